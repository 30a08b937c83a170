import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import type { Session } from '../../infra/local/seed/sign-in.ts';
import type { DossierView } from '../../shared/contracts/dossier.ts';
import type { ProblemCode } from '../../shared/contracts/problems.ts';
import { announce, BIRTH, birthAnswers, birthDraft, checkedUpload, key, person, sendFile, smallPdf, uploadState, type Announced } from '../support/people.ts';
import { expectRefusal } from './refusal.ts';

const nowhere = 'upl_01K9M3Z5T8Q2W4E6R8Y0P1S3D5';
/** offered at the counter and online, not by post */
const twoChannels = '1.004884';
const notOnline = '1.009046';

let citizen: Session, stranger: Session;
let ready: string;
beforeAll(async () => {
  [citizen, stranger] = await Promise.all(['congdan01', 'congdan02'].map(person)) as [Session, Session];
  ready = await checkedUpload(citizen);
});

const file = (draft: unknown, { procedure = BIRTH, headers = key() }: { procedure?: string; headers?: Record<string, string> } = {}): Promise<Response> =>
  citizen.send('POST', `/api/procedures/${procedure}/dossiers`, draft, headers);
const answered = (over: Record<string, string>): Record<string, unknown> => birthDraft(ready, { answers: { ...birthAnswers, ...over } });
/** A body that JSON.stringify would not write. */
const raw = (text: string): Promise<Response> => fetch(new URL(`/api/procedures/${BIRTH}/dossiers`, inject('site')), {
  method: 'POST', body: text, headers: { ...key(), 'content-type': 'application/json', origin: inject('site'), cookie: citizen.cookieFor('/api/dossiers') },
});

type Wrong = { readonly draft: () => unknown; readonly procedure?: string; readonly code: ProblemCode; readonly at?: readonly string[]; readonly fields?: readonly string[] };
const wrong: Readonly<Record<string, Wrong>> = {
  'an unknown procedure': { draft: () => birthDraft(ready), procedure: '1.999999', code: 'procedure-unknown' },
  'a code that is none': { draft: () => birthDraft(ready), procedure: 'khai-sinh', code: 'request-invalid', at: ['/params/procedureCode'], fields: ['procedure-code.malformed'] },
  'a procedure not taken online': { draft: () => birthDraft(ready), procedure: notOnline, code: 'procedure-not-open' },
  'a case of another procedure': { draft: () => birthDraft(ready, { case: 'khong-xac-minh' }), code: 'case-unknown', at: ['/body/case'] },
  'a channel the case does not have': { draft: () => birthDraft(ready, { case: 'khong-xac-minh', channel: 'post' }), procedure: twoChannels, code: 'channel-not-offered', at: ['/body/channel'] },
  'a channel that is none': { draft: () => birthDraft(ready, { channel: 'fax' }), code: 'request-invalid', at: ['/body/channel'], fields: ['field.not-listed'] },
  'an agency that does not take it': { draft: () => birthDraft(ready, { agency: 'H30.01' }), code: 'agency-not-competent', at: ['/body/agency'] },
  'an agency that does not exist': { draft: () => birthDraft(ready, { agency: 'H30.99.99' }), code: 'agency-not-competent', at: ['/body/agency'] },
  'a required paper missing': { draft: () => birthDraft(ready, { attachments: [] }), code: 'component-missing', at: ['/body/attachments/giay-chung-sinh'] },
  'a paper nobody asks for': {
    draft: () => birthDraft(ready, { attachments: [{ paperId: 'giay-chung-sinh', uploadId: ready }, { paperId: 'the-thanh-vien', uploadId: nowhere }] }), code: 'request-invalid', at: ['/body/attachments/1/paperId'],
  },
  'an upload that never was': { draft: () => birthDraft(nowhere), code: 'upload-unknown', at: ['/body/attachments/0/uploadId'] },
  'an upload id that is none': { draft: () => birthDraft('../../files/upl_1'), code: 'request-invalid', at: ['/body/attachments/0/uploadId'], fields: ['id.malformed'] },
  'one upload for two papers': {
    draft: () => birthDraft(ready, { attachments: [{ paperId: 'giay-chung-sinh', uploadId: ready }, { paperId: 'to-khai', uploadId: ready }] }), code: 'upload-reused', at: ['/body/attachments/1/uploadId'],
  },
  'an answer missing': { draft: () => { const { 'child-name': _name, ...rest } = birthAnswers; return birthDraft(ready, { answers: rest }); }, code: 'answers-invalid', at: ['/body/answers/child-name'], fields: ['field.missing'] },
  'answers of the wrong kind': {
    draft: () => answered({ 'applicant-phone': '12', 'child-birth-date': '2026-02-30', 'child-sex': 'khac' }), code: 'answers-invalid',
    at: ['/body/answers/applicant-phone', '/body/answers/child-birth-date', '/body/answers/child-sex'], fields: ['answer.phone', 'date.malformed', 'field.not-listed'],
  },
  'a NUL in a text': { draft: () => answered({ 'child-name': 'Trẻ\u0000Em' }), code: 'request-invalid', at: ['/body/answers/child-name'], fields: ['text.control'] },
  'a text that turns its direction': { draft: () => answered({ 'child-name': 'Trẻ \u202eEm' }), code: 'request-invalid', at: ['/body/answers/child-name'], fields: ['text.control'] },
  'an invisible character': { draft: () => answered({ 'child-name': 'Trẻ\u200b Em' }), code: 'request-invalid', at: ['/body/answers/child-name'], fields: ['text.control'] },
  'a text of 64 KB': { draft: () => answered({ remarks: 'x'.repeat(64 * 1024) }), code: 'request-invalid', at: ['/body/answers/remarks'], fields: ['text.too-long'] },
  'a text longer than its question takes': { draft: () => answered({ remarks: 'x'.repeat(1001) }), code: 'answers-invalid', at: ['/body/answers/remarks'], fields: ['text.too-long'] },
  'a question nobody asked': { draft: () => answered({ 'is-admin': 'true' }), code: 'answers-invalid', at: ['/body/answers/is-admin'], fields: ['field.unknown'] },
  'nothing at all': { draft: () => ({}), code: 'request-invalid', at: ['/body/case', '/body/channel', '/body/agency', '/body/answers', '/body/attachments'] },
};

describe('a filing is refused with a stable code and where to look', () => {
  test.each(Object.entries(wrong))('%s', async (_, { draft, procedure, ...wanted }) => { await expectRefusal(await file(draft(), procedure === undefined ? {} : { procedure }), wanted); });

  test('a body that reaches for the prototype', async () => {
    const text = JSON.stringify(birthDraft(ready));
    for (const trap of ['"__proto__":{"admin":true}', '"constructor":{"prototype":{"admin":true}}']) {
      await expectRefusal(await raw(text.replace('{', `{${trap},`)), { code: 'request-invalid', at: ['/body'], fields: ['field.unknown'] });
      await expectRefusal(await raw(text.replace('"answers":{', `"answers":{${trap},`)), { code: 'request-invalid', at: ['/body'], fields: ['field.unknown'] });
    }
    expect(({} as Record<string, unknown>)['admin']).toBeUndefined();
  });

  test('a body that is not JSON, or nested beyond reading, or larger than any form', async () => {
    await expectRefusal(await raw('{"case":'), { code: 'request-not-json' });
    await expectRefusal(await raw('['.repeat(5000) + ']'.repeat(5000)), { code: 'request-invalid', at: ['/body'], fields: ['field.too-deep'] });
    await expectRefusal(await raw(`{"case":"${'x'.repeat(300 * 1024)}"}`), { code: 'request-too-large' });
  });

  test('an upload announced and never sent, one that failed its check, one of another citizen', async () => {
    const bytes = smallPdf();
    const waiting = await (await announce(citizen, bytes)).json() as Announced;
    await expectRefusal(await file(birthDraft(waiting.uploadId)), { code: 'upload-not-checked', at: ['/body/attachments/0/uploadId'] });
    const claimed = Buffer.from('<html>not a pdf</html>'.padEnd(bytes.length));
    const refused = await (await announce(citizen, claimed)).json() as Announced;
    expect(await sendFile(refused, claimed)).toBe(204);
    await uploadState(citizen, refused.uploadId);
    await expectRefusal(await file(birthDraft(refused.uploadId)), { code: 'upload-refused', at: ['/body/attachments/0/uploadId'] });
    await expectRefusal(await file(birthDraft(await checkedUpload(stranger))), { code: 'upload-unknown', at: ['/body/attachments/0/uploadId'] });
  });
});

describe('what was refused can be mended and filed', () => {
  test('text in decomposed form is stored composed, so that it is found', async () => {
    const decomposed = 'Trẻ Em Tiếng Ánh'.normalize('NFD');
    const answer = await file(answered({ 'child-name': decomposed }));
    expect(answer.status).toBe(201);
    const { answers } = await answer.json() as DossierView;
    expect(answers['child-name']).toBe(decomposed.normalize('NFC'));
    await expectRefusal(await file(birthDraft(ready)), { code: 'upload-reused', at: ['/body/attachments/0/uploadId'] });
  });

  test('sent twice, or ten times at once, is filed once; under the same key something else is refused', async () => {
    const headers = key();
    const draft = birthDraft(await checkedUpload(citizen));
    const answers = await Promise.all(Array.from({ length: 10 }, () => file(draft, { headers })));
    expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(201));
    const filed = await Promise.all(answers.map(async (answer) => (await answer.json() as DossierView).dossierId));
    expect(new Set(filed).size).toBe(1);
    const again = await file(draft, { headers });
    expect([again.status, (await again.json() as DossierView).dossierId]).toEqual([201, filed[0]]);
    await expectRefusal(await file({ ...draft, case: 'mang-thai-ho' }, { headers }), { code: 'idempotency-key-reused' });
    const list = await (await citizen.send('GET', '/api/dossiers')).json() as { items: { dossierId: string }[] };
    expect(list.items.filter(({ dossierId }) => dossierId === filed[0])).toHaveLength(1);
  });

  test('without a key it is not taken', async () => {
    for (const bad of [undefined, 'short', 'x'.repeat(65)]) {
      await expectRefusal(await file(birthDraft(ready), { headers: bad === undefined ? {} : { 'idempotency-key': bad } }), { code: 'idempotency-key-missing' });
    }
  });
});

describe('a promise is asked for', () => {
  const promise = (query: string, procedure = BIRTH): Promise<Response> => fetch(new URL(`/api/procedures/${procedure}/promise?${query}`, inject('site')));
  const at = encodeURIComponent('2026-11-20T09:00:00+07:00');

  test('at a moment without a zone, a day that is none, twice', async () => {
    for (const moment of ['2026-11-20T09:00:00', '2026-11-20', '2026-02-30T09:00:00Z', '1e309']) {
      await expectRefusal(await promise(`case=dung-han&channel=online&at=${moment}`), { code: 'request-invalid', at: ['/query/at'], fields: ['instant.malformed'] });
    }
    await expectRefusal(await promise(`case=dung-han&case=khac&channel=online&at=${at}`), { code: 'request-invalid', at: ['/query/case'], fields: ['field.twice'] });
    expect((await promise(`case=dung-han&channel=online&at=${at}`)).status).toBe(200);
  });

  test('for what is not offered', async () => {
    await expectRefusal(await promise(`case=khac&channel=online&at=${at}`), { code: 'case-unknown' });
    await expectRefusal(await promise(`case=khong-xac-minh&channel=post&at=${at}`, twoChannels), { code: 'channel-not-offered' });
    await expectRefusal(await promise(`case=dung-han&channel=online&at=${at}`, '1.999999'), { code: 'procedure-unknown' });
    await expectRefusal(await promise(`case=dung-han&channel=online&at=${encodeURIComponent('2199-11-20T09:00:00+07:00')}`), { code: 'calendar-not-published' });
  });

  test('of a code nobody holds', async () => {
    const track = (code: string): Promise<Response> => fetch(new URL(`/api/track/${code}`, inject('site')));
    await expectRefusal(await track('HG-0000-0000-0000'), { code: 'tracking-code-unknown' });
    await expectRefusal(await track(randomUUID()), { code: 'request-invalid', at: ['/params/trackingCode'], fields: ['tracking-code.malformed'] });
  });
});
