import type { ProblemBody } from '../../shared/contracts/problems.ts';
import type { Answer } from './contract-types.ts';

type PublicRoute = 'getPromise' | 'trackDossier' | 'verifyHistory' | 'getProcedure' | 'listAgencies' | 'getWaitingBoard' | 'getFeedback' | 'verifyFeedback' | 'getFeedbackMedia' | 'listFeedback' | 'listFeedbackCategories' | 'getFeedbackTile' | 'getFeedbackFigures';
type Outcome<B> = { readonly ok: true; readonly body: B } | { readonly ok: false; readonly problem: ProblemBody };

const ANSWER_WITHIN_MS = 30_000;

const sentences = {
  offline: { status: 0, title: 'Không có kết nối mạng. Hãy thử lại khi có mạng.', titleEn: 'There is no network connection. Try again when you are back online.' },
  busy: { status: 503, title: 'Hệ thống đang bận. Hãy thử lại sau ít phút.', titleEn: 'The system is busy. Try again in a few minutes.' },
} as const;
const ownProblem = (code: keyof typeof sentences, correlationId = ''): ProblemBody => ({ type: `urn:haugiang:problem:${code}`, code, correlationId, ...sentences[code] });

/**
 * Reads what is open to everybody, for pages that must stay light: no session, no writes. `path` is under `/api`, its
 * parts encoded by the caller. Never throws; `offline` and `busy` are said here, every other problem by the province.
 */
export const readPublic = async <N extends PublicRoute>(_route: N, path: string, signal?: AbortSignal): Promise<Outcome<Answer<N>>> => {
  try {
    const response = await fetch(`/api${path}`, { headers: { accept: 'application/json' }, signal: signal ?? AbortSignal.timeout(ANSWER_WITHIN_MS) });
    if (response.ok) return { ok: true, body: (await response.json()) as Answer<N> };
    const isProblem = response.headers.get('content-type')?.startsWith('application/problem+json') === true;
    return { ok: false, problem: isProblem ? (await response.json()) as ProblemBody : ownProblem('busy', response.headers.get('x-correlation-id') ?? '') };
  } catch {
    return { ok: false, problem: ownProblem('offline') };
  }
};
