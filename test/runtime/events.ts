import type { Actor } from '../../shared/runtime/actor.ts';
import { actorContext } from '../../shared/runtime/actor.ts';
import type { HttpEvent } from '../../shared/runtime/http-request.ts';

export const siteOrigin = 'http://localhost:8080';
export const citizen: Actor = { kind: 'citizen', subject: 'citizen-1', name: 'Công dân 01' };
export const officer = (role: 'one-stop-clerk' | 'directory-administrator' | 'case-officer' | 'catalogue-editor' | 'leader', agency = 'H30'): Actor => ({
  kind: 'officer', subject: 'officer-1', personId: 'per_01K9M3Z5T8Q2W4E6R8Y0P1S3D5', username: 'quantri.danhba', name: 'Quản trị danh bạ', posts: [{ agency, role, from: '2020-10-02' }],
});

type Request = {
  method: string; path: string; query?: string; headers?: Record<string, string | undefined>; cookies?: string[];
  body?: string | undefined; base64?: boolean; actor?: Actor;
};

/** An event as API Gateway gives it (payload format 2.0). */
export const httpEvent = ({ method, path, query = '', headers = {}, cookies, body, base64, actor }: Request): HttpEvent => ({
  version: '2.0', rawQueryString: query, headers, ...(cookies ? { cookies } : {}), ...(body === undefined ? {} : { body }), isBase64Encoded: base64 ?? false,
  requestContext: { http: { method, path }, ...(actor ? { authorizer: { lambda: actorContext(actor) } } : {}) },
});

export const jsonHeaders = { origin: siteOrigin, 'content-type': 'application/json', 'idempotency-key': 'key-00000001' };
