import { beforeAll, describe, expect, inject, test } from 'vitest';
import type { Session } from '../../infra/local/seed/sign-in.ts';
import { routesByWorkflow } from '../../shared/contracts/all-routes.ts';
import type { Access, Role } from '../../shared/contracts/access.ts';
import type { DeskDossierView, DossierView } from '../../shared/contracts/dossier.ts';
import type { Route } from '../../shared/contracts/route.ts';
import { localDate } from '../../shared/kernel/vietnam-time.ts';
import { expectRefusal, problemOf } from '../bad-input/refusal.ts';
import { act, birthDraft, checkedUpload, eventually, fileBirth, firstWard, key, person } from '../support/people.ts';

const routes: readonly Route[] = Object.values(routesByWorkflow).flat();

/** The accounts of the seed by what they are; `roles` are those of their one post. */
const people = {
  congdan01: { kind: 'citizen', roles: [] }, congdan02: { kind: 'citizen', roles: [] },
  'motcua.vithanh1': { kind: 'officer', roles: ['one-stop-clerk'] }, 'chuyenvien.vithanh1': { kind: 'officer', roles: ['case-officer'] },
  'lanhdao.vithanh1': { kind: 'officer', roles: ['leader'] }, 'motcua.vithanh3': { kind: 'officer', roles: ['one-stop-clerk'] },
  'truc.ioc': { kind: 'officer', roles: ['operations-duty'] }, 'bientap.thutuc': { kind: 'officer', roles: ['catalogue-editor'] }, 'thamdinh.thutuc': { kind: 'officer', roles: ['catalogue-reviewer'] },
  'quantri.danhba': { kind: 'officer', roles: ['directory-administrator'] },
} as const satisfies Record<string, { kind: Access['kind']; roles: readonly Role[] }>;
type Username = keyof typeof people;
/** One of those who may do the same. */
const unlike = [...new Map((Object.keys(people) as Username[]).map((username) => [JSON.stringify(people[username]), username])).values()];

const sessions = new Map<string, Session>();
const as = (username: Username): Session => {
  const session = sessions.get(username);
  if (session === undefined) throw new Error(`${username} is not signed in`);
  return session;
};

let dossier: DossierView;
let receiptId: string;
let upload: string;
beforeAll(async () => {
  for (const username of Object.keys(people)) sessions.set(username, await person(username));
  dossier = await fileBirth(as('congdan01'));
  upload = await checkedUpload(as('congdan01'));
  await act(as('motcua.vithanh1'), dossier.dossierId, 'accept');
  const own = await eventually(async () => await (await as('congdan01').send('GET', `/api/dossiers/${dossier.dossierId}`)).json() as DossierView, ({ documents }) => documents.length > 0);
  receiptId = own.documents[0]?.documentId ?? '';
});

/** At the API itself: what stands before it keeps nobody out. */
const atApi = (method: Route['method'], path: string, headers: Record<string, string> = {}): Promise<Response> => fetch(`${inject('outputs')['ApiUrl']}${path.slice('/api'.length)}`, {
  method, redirect: 'manual', headers: { ...(method === 'GET' ? {} : { origin: inject('site'), 'content-type': 'application/json', ...key() }), ...headers }, ...(method === 'GET' ? {} : { body: '{}' }),
});
const addressOf = (route: Route): string => `/api${route.path.replaceAll(/\{\w+\}/g, 'x')}`;
const isOpen = (route: Route): boolean => route.access.some(({ kind }) => kind === 'public' || kind === 'key');
const mayCall = (route: Route, username: Username): boolean => {
  const { kind, roles } = people[username];
  return route.access.some((way) => way.kind === kind && (way.kind !== 'officer' || (roles as readonly Role[]).some((role) => way.roles.includes(role))));
};

describe('every route of the contracts, as it is deployed', () => {
  test.each(routes.map((route) => [route.name, route] as const))('%s answers nobody, and each account, as it declares', async (_, route) => {
    const anonymous = await atApi(route.method, addressOf(route));
    if (isOpen(route)) {
      expect([401, 403]).not.toContain(anonymous.status);
      expect(anonymous.headers.get('x-correlation-id'), 'our function answered').not.toBeNull();
      await anonymous.arrayBuffer();
      return;
    }
    await expectRefusal(anonymous, { code: 'signed-out' });
    for (const username of unlike) {
      const answer = await atApi(route.method, addressOf(route), { cookie: as(username).cookieFor('/api/x') });
      if (!mayCall(route, username)) await expectRefusal(answer, { code: 'not-allowed' });
      else if (answer.status >= 400) expect(['signed-out', 'session-expired', 'not-allowed', 'origin-refused'], username).not.toContain((await problemOf(answer)).code);
      else await answer.arrayBuffer();
    }
  });
});

/**
 * What somebody gets who may call the route, for a row that is another's. A row that is not there at all must look the
 * same, so that nobody learns what exists.
 */
const unknownDossier = 'dos_01K9M3Z5T8Q2W4E6R8Y0P1S3D5';
const otherAgency = 'motcua.vithanh3';
type Pair = { readonly theirs: () => Promise<Response>; readonly absent: () => Promise<Response> };
const get = (username: Username, path: string) => (): Promise<Response> => as(username).send('GET', path);
const desk = (name: string, body: Record<string, unknown> = {}) => (id: string) => (): Promise<Response> => as(otherAgency).send('POST', `/api/desk/dossiers/${id}/${name}`, { revision: 0, ...body }, key());
const own = (name: string, body: Record<string, unknown> = {}) => (id: string) => (): Promise<Response> => as('congdan02').send('POST', `/api/dossiers/${id}/${name}`, { revision: 0, ...body }, key());
const ofAgency = (who: Username, list: string, agency = firstWard): Pair => ({ theirs: get(who, `/api/desk/agencies/${agency}/${list}`), absent: get(who, `/api/desk/agencies/H30.99.99/${list}`) });
const atDesk = (agency: string) => (): Promise<Response> => {
  const { case: chosen, agency: receiver, answers } = birthDraft('');
  const applicant = { name: 'Công dân 02', identity: { kind: 'citizen-id', number: '093190000002' } };
  return as(otherAgency).send('POST', `/api/desk/agencies/${agency}/filings`, { procedure: '1.001193', case: chosen, agency: receiver, answers, attachments: [], applicant, identityChecked: true, consentGiven: true, components: [] }, key());
};
const ofDesk = (path: string, body?: Record<string, unknown>): Pair => {
  const at = (agency: string) => (): Promise<Response> => as(otherAgency).send('POST', `/api/desk/agencies/${agency}/${path}`, body, key());
  return { theirs: at(firstWard), absent: at('H30.99.99') };
};
const printOf = (agency: string) => (): Promise<Response> => as(otherAgency).send('POST', `/api/desk/agencies/${agency}/register/2026-11/prints`, { format: 'pdf' }, key());
const deskPlan = (agency: string) => (): Promise<Response> => as('lanhdao.vithanh1').send('PUT', `/api/desk/agencies/${agency}/plan`, {
  effectiveFrom: '2099-01-01', counters: [{ id: 'quay-1', name: 'Quầy 1', fields: [], perHalfHour: 1 }], openDays: 1, leadMinutes: 0, walkInPercent: 0, openPerPerson: 1, graceMinutes: 0, noShowMinutes: 1, serviceMinutes: 1,
});
const byClerk = (make: (id: string) => () => Promise<Response>) => ({ theirs: () => make(dossier.dossierId)(), absent: () => make(unknownDossier)() });
/** A delegation of somebody's own post, to a colleague, far enough ahead to give nobody anything today. */
const delegationOf = async (who: Username): Promise<string> => {
  const from = localDate(new Date(Date.now() + (400 + Math.floor(Date.now() / 1000) % 5000) * 86_400_000));
  const answer = await as(who).send('POST', '/api/directory/delegations', { delegate: 'chuyenvien.vithanh1', agency: firstWard, role: 'leader', from, to: from, reason: 'Thử' }, key());
  expect(answer.status).toBe(201);
  return (await answer.json() as { delegationId: string }).delegationId;
};
const strangers: Readonly<Record<string, readonly Pair[]>> = {
  getUpload: (['congdan02', 'motcua.vithanh1', otherAgency] as const).map((who) => ({ theirs: () => get(who, `/api/uploads/${upload}`)(), absent: get(who, '/api/uploads/upl_01K9M3Z5T8Q2W4E6R8Y0P1S3D5') })),
  getMyDossier: [{ theirs: () => get('congdan02', `/api/dossiers/${dossier.dossierId}`)(), absent: get('congdan02', `/api/dossiers/${unknownDossier}`) }],
  getMyFile: [
    { theirs: () => get('congdan02', `/api/dossiers/${dossier.dossierId}/files/${receiptId}`)(), absent: get('congdan02', `/api/dossiers/${unknownDossier}/files/doc_1`) },
    { theirs: () => get('congdan02', `/api/dossiers/${dossier.dossierId}/files/${dossier.attachments[0]?.uploadId}`)(), absent: get('congdan02', `/api/dossiers/${unknownDossier}/files/doc_1`) },
  ],
  getMyForm: [{ theirs: () => get('congdan02', `/api/dossiers/${dossier.dossierId}/documents/${receiptId}/content`)(), absent: get('congdan02', `/api/dossiers/${unknownDossier}/documents/receipt/content`) }],
  getQueue: [ofAgency(otherAgency, 'queues/to-accept')],
  getQueueCounts: [ofAgency(otherAgency, 'counts')],
  getDueCounts: [ofAgency(otherAgency, 'due-counts')],
  listDeskOfficers: [ofAgency(otherAgency, 'officers')],
  listWarnings: [ofAgency(otherAgency, 'warnings')],
  getRegister: [ofAgency(otherAgency, 'register/2026-11')],
  getRegisterPrint: [ofAgency(otherAgency, 'register/prints/prt_01K9M3Z5T8Q2W4E6R8Y0P1S3D5')],
  printRegister: [{ theirs: printOf(firstWard), absent: printOf('H30.99.99') }],
  listPassedOn: [ofAgency(otherAgency, 'passed-on')],
  getDeskPlan: [ofAgency(otherAgency, 'plan')],
  getDeskDay: [ofAgency(otherAgency, 'day')],
  issueTicket: [ofDesk('tickets', {})], callNext: [ofDesk('counters/quay-1/next')], actOnTicket: [ofDesk('tickets/1/act', { act: 'serve' })],
  setDeskPlan: [{ theirs: deskPlan('H30.19.03'), absent: deskPlan('H30.99.99') }],
  getBoard: [ofAgency('lanhdao.vithanh1', 'board', 'H30.19.03')],
  openDossier: [byClerk((id) => get(otherAgency, `/api/desk/dossiers/${id}`))],
  getControlSheet: [byClerk((id) => get(otherAgency, `/api/desk/dossiers/${id}/control-sheet`))],
  getDeskFile: [byClerk((id) => get(otherAgency, `/api/desk/dossiers/${id}/files/${receiptId}`))],
  getDeskForm: [byClerk((id) => get(otherAgency, `/api/desk/dossiers/${id}/documents/${receiptId}/content`))],
  listStaff: [{ theirs: get(otherAgency, `/api/directory/agencies/${firstWard}/people`), absent: get(otherAgency, '/api/directory/agencies/H30.99.99/people') }],
  revokeDelegation: [{ theirs: async () => as(otherAgency).send('POST', `/api/directory/delegations/${await delegationOf('lanhdao.vithanh1')}/revoke`), absent: () => as(otherAgency).send('POST', '/api/directory/delegations/dlg_01K9M3Z5T8Q2W4E6R8Y0P1S3D5/revoke') }],
  fileAtCounter: [{ theirs: atDesk(firstWard), absent: atDesk('H30.99.99') }],
  acceptDossier: [byClerk(desk('accept'))],
  refuseDossier: [byClerk(desk('refuse', { reason: 'Không thuộc thẩm quyền' }))],
  handOverResult: [byClerk(desk('hand-over'))],
  handOnStep: [byClerk(desk('hand-on'))],
  receiveStep: [byClerk(desk('receive'))],
  sendBackStep: [byClerk(desk('send-back', { reason: 'Thử' }))],
  requestSupplement: [byClerk(desk('request-supplement', { reason: 'Thiếu giấy tờ', items: [{ kind: 'file', what: 'Bản sao rõ hơn' }] }))],
  getDossierFee: [byClerk((id) => get(otherAgency, `/api/desk/dossiers/${id}/fee`))],
  requestPayment: [byClerk(desk('request-payment', { reason: 'Thử', items: [{ kind: 'fee', name: 'Phí', amount: 1000 }] }))],
  recordPayment: [byClerk(desk('record-payment', { amount: 1000, paidOn: '2026-11-22', receipts: [{ kind: 'fee', number: '1' }] }))],
  withdrawDossier: [byClerk(own('withdraw'))],
  answerSupplement: [byClerk(own('answer-supplement', { items: [] }))],
};
/** Nobody of these roles works in the second agency of the seed: their acts are tried on dossiers of an agency they have no post in. */
const sameRoleElsewhere: Readonly<Record<string, { readonly who: Username; readonly act: string; readonly reads?: true; readonly body?: Record<string, unknown> }>> = {
  takeDossier: { who: 'chuyenvien.vithanh1', act: 'take' }, finishDossier: { who: 'chuyenvien.vithanh1', act: 'finish', body: { resultUploadId: 'upl_01K9M3Z5T8Q2W4E6R8Y0P1S3D5' } },
  stopDossier: { who: 'lanhdao.vithanh1', act: 'stop', body: { reason: 'Thử' } }, resumeDossier: { who: 'lanhdao.vithanh1', act: 'resume' },
  transferDossier: { who: 'lanhdao.vithanh1', act: 'transfer', body: { reason: 'Thử', agency: 'H30.19.03' } }, correctResult: { who: 'lanhdao.vithanh1', act: 'correct-result', body: { reason: 'Thử', resultUploadId: 'upl_01K9M3Z5T8Q2W4E6R8Y0P1S3D5' } },
  recomputeDue: { who: 'lanhdao.vithanh1', act: 'recompute', body: { reason: 'Thử', by: 'calendar', dueAt: '2026-12-31T10:00:00Z' } }, previewRecompute: { who: 'lanhdao.vithanh1', act: 'recompute?by=calendar', reads: true },
  exemptPayment: { who: 'lanhdao.vithanh1', act: 'exempt-payment', body: { reason: 'Thử' } },
  extendDossier: { who: 'lanhdao.vithanh1', act: 'extend', body: { reason: 'Thử', newDate: '2026-12-31' } },
};
/** These make rows or list the caller's own: there is no row of another to ask for. */
const ownByMaking = ['requestUpload', 'submitDossier', 'listMyDossiers', 'listMyBookings', 'listDelegations', 'createDelegation'];
/** Answers row by row: tried by a test of its own. */
const rowByRow = ['actOnMany'];

describe('rows of others', () => {
  // machines are tried in machine.province.test.ts, reports in test/feedback-classification/strangers.test.ts
  const { 'feedback-classification': _reports, ...others } = routesByWorkflow;
  const guarded = (Object.values(others).flat() as readonly Route[]).filter(({ access }) => access.some((way) => way.kind !== 'machine' && 'rows' in way && (way.rows === 'own' || way.rows === 'own-agency'))).map(({ name }) => name);

  test('every route that guards rows is tried here', () => {
    expect([...Object.keys(strangers), ...Object.keys(sameRoleElsewhere), ...ownByMaking, ...rowByRow].toSorted()).toEqual(guarded.toSorted());
  });

  test.each(Object.entries(strangers))('%s: another’s row looks like one that does not exist', async (_, pairs) => {
    for (const { theirs, absent } of pairs) {
      const { correlationId: _mine, ...found } = await expectRefusal(await theirs(), { code: 'not-found' });
      const { correlationId: _other, ...missing } = await expectRefusal(await absent(), { code: 'not-found' });
      expect(found).toEqual(missing);
    }
  });

  test.each(Object.entries(sameRoleElsewhere))('%s: a dossier of an agency without a post of theirs looks like one that does not exist', async (_, { who, act: name, body, reads }) => {
    const elsewhere = await fileElsewhere();
    for (const id of [elsewhere.dossierId, unknownDossier]) await expectRefusal(await as(who).send(reads === true ? 'GET' : 'POST', `/api/desk/dossiers/${id}/${name}`, reads === true ? undefined : { revision: 0, ...body }, key()), { code: 'not-found' });
    await expectRefusal(await as('motcua.vithanh1').send('GET', `/api/desk/dossiers/${elsewhere.dossierId}`), { code: 'not-found' });
  });

  test('actOnMany: of many at once, another’s dossier looks like one that does not exist', async () => {
    const items = [dossier.dossierId, unknownDossier].map((dossierId) => ({ dossierId, revision: 1, key: crypto.randomUUID() }));
    const answer = await as(otherAgency).send('POST', '/api/desk/bulk', { act: 'hand-over', items }, key());
    const { results } = await answer.json() as { results: { dossierId: string; done?: unknown; problem?: { code: string } }[] };
    expect(results.map(({ done, problem }) => ({ done, code: problem?.code }))).toEqual([{ done: undefined, code: 'not-found' }, { done: undefined, code: 'not-found' }]);
  });

  let elsewhereOnce: Promise<DossierView> | undefined;
  const fileElsewhere = (): Promise<DossierView> => elsewhereOnce ??= (async () => {
    const answer = await as('congdan02').send('POST', '/api/procedures/1.001193/dossiers', birthDraft(await checkedUpload(as('congdan02')), { agency: 'H30.19.02' }), key());
    expect(answer.status).toBe(201);
    return await answer.json() as DossierView;
  })();

  test('own lists hold own rows only', async () => {
    const elsewhere = await fileElsewhere();
    const ids = async (who: Username, path: string): Promise<string[]> => (await (await as(who).send('GET', path)).json() as { items: { dossierId: string }[] }).items.map(({ dossierId }) => dossierId);
    expect(await ids('congdan02', '/api/dossiers')).toContain(elsewhere.dossierId);
    expect(await ids('congdan02', '/api/dossiers')).not.toContain(dossier.dossierId);
    expect(await ids('congdan01', '/api/dossiers')).not.toContain(elsewhere.dossierId);
    expect(await ids(otherAgency, '/api/desk/agencies/H30.19.02/queues/to-accept?limit=100')).toContain(elsewhere.dossierId);
    expect(await ids('motcua.vithanh1', `/api/desk/agencies/${firstWard}/queues/to-accept?limit=100`)).not.toContain(elsewhere.dossierId);
  });

  test('a leader may stop or extend a dossier and does not work on it, and what is not allowed is not offered', async () => {
    const { allowed } = await (await as('lanhdao.vithanh1').send('GET', `/api/desk/dossiers/${dossier.dossierId}`)).json() as DeskDossierView;
    // whether there is a promise to extend depends on the procedure
    expect(allowed.filter((one) => one !== 'extend')).toEqual(['stop', 'transfer', 'recompute']);
    await expectRefusal(await as('lanhdao.vithanh1').send('POST', `/api/desk/dossiers/${dossier.dossierId}/take`, { revision: 1 }, key()), { code: 'not-allowed' });
  });
});
