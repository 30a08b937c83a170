import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { SessionState } from '../../web/client/session.ts';
import { offlineProblem } from '../../web/client/client.ts';
import { mark } from '../../web/client/signed-in-mark.ts';
import { rememberOfficer, withoutNetwork } from '../../web/desk/feedback/field/kept-session.ts';
import { isKept } from '../../web/desk/feedback/field/worker-answers.ts';

const scene = '?phan-anh=hien-truong', queue = '?phan-anh=cho-nhan';
const officer: SessionState = { state: 'known', session: { kind: 'officer', name: 'Cán bộ hiện trường', posts: [{ agency: 'H30.19.01', role: 'field-officer', from: '2020-01-01' }] } };
const offline: SessionState = { state: 'failed', problem: offlineProblem() };
const morning = new Date('2026-11-23T01:00:00Z');
const later = (hours: number) => new Date(morning.getTime() + hours * 3_600_000);

beforeEach(() => {
  const kept = new Map<string, string>();
  vi.stubGlobal('localStorage', { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, text: string) => { kept.set(key, text); }, removeItem: (key: string) => { kept.delete(key); } });
  mark.write(true);
});
afterEach(() => { vi.unstubAllGlobals(); });

test('at the scene, without a network, who signed in last goes on for a day; nowhere else, and not after signing out', () => {
  rememberOfficer(officer, scene, morning);
  expect(withoutNetwork(offline, scene, later(23))).toEqual(officer);
  expect(withoutNetwork(offline, scene, later(25))).toBe(offline);
  expect(withoutNetwork(offline, queue, later(1))).toBe(offline);
  mark.write(false);
  expect(withoutNetwork(offline, scene, later(1))).toBe(offline);
});

test('nobody is remembered away from the scene; another that signs in, or nobody, ends it; a problem that is not the network is told', () => {
  rememberOfficer(officer, queue, morning);
  expect(withoutNetwork(offline, scene, morning)).toBe(offline);
  rememberOfficer(officer, scene, morning);
  const busy: SessionState = { state: 'failed', problem: { ...offlineProblem(), code: 'busy' } };
  expect(withoutNetwork(busy, scene, morning)).toBe(busy);
  rememberOfficer({ state: 'known', session: { kind: 'nobody' } }, scene, morning);
  expect(withoutNetwork(offline, scene, morning)).toBe(offline);
});

test('the worker keeps the page of the scene and the names of categories and agencies, and no other page or answer of the desk', () => {
  const kept = (path: string, mode: RequestMode = 'navigate'): boolean => { const url = new URL(`https://site.test${path}`); return isKept({ mode } as Request, url); };
  expect([kept(`/ban-lam-viec/${scene}`), kept(`/ban-lam-viec/${scene}&co-quan=H30.19.01`), kept('/api/feedback/categories', 'cors'), kept('/api/agencies', 'cors')]).toEqual([true, true, true, true]);
  expect([kept('/ban-lam-viec/'), kept(`/ban-lam-viec/${queue}`), kept('/api/auth/me', 'cors'), kept('/api/desk/agencies/H30.19.01/feedback/queues/mine', 'cors'), kept('/phan-anh/'), kept('/api/agencies?level=commune', 'cors'), kept('/api/agencies/H30.19.01', 'cors')]).toEqual([false, false, false, false, false, false, false]);
});
