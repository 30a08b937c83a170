import { describe, expect, it } from 'vitest';
import { FileAtCounter } from '../../shared/contracts/counter-filing.ts';
import type { DeskDossierView } from '../../shared/contracts/dossier.ts';
import { ConfirmDossier, FetchDossier } from '../../shared/contracts/machine.ts';
import { GetNextNumber, GetNumbering, PublishNumbering, type NumberRule } from '../../shared/contracts/numbering.ts';
import { AcceptDossier, OpenDossier } from '../../shared/contracts/procedure-submission.ts';
import type { Actor, Officer } from '../../shared/runtime/actor.ts';
import type { Table } from '../../shared/runtime/dynamo.ts';
import { numberSource, provinceRules } from '../../functions/procedure-submission/numbering.ts';
import { numberingRepository } from '../../functions/procedure-submission/numbering.repository.ts';
import { memoryDynamo } from '../support/memory/memory-dynamo.ts';
import { apiOn, depsOn, type Answered } from './support/desk.ts';
import { agencyCode, answers, caseOfficer, clerk, otherAgencyCode, procedure } from './support/dossiers.ts';
import { masked } from './support/masked.ts';
import { done, stepsOn } from './support/steps.ts';

const administrator: Officer = { ...clerk, username: 'quantri.danhba', name: 'Quản trị danh bạ', posts: [{ agency: 'H30', role: 'directory-administrator', from: '2020-01-01' }] };
const machine: Actor = { kind: 'machine', clientId: 'he-thong', scopes: ['dossiers/read', 'dossiers/write', `agency/${agencyCode}`], agency: agencyCode };
const [today, tomorrow] = ['2026-11-20', '2026-11-21'];
const cited = { source: 'Quyết định thử nghiệm', mark: 'S' } as const;
const drawn = (pattern: string, counter: string) => ({ number: { kind: 'drawn', pattern, counter } as NumberRule['number'], ...cited });
const elsewhere = { number: { kind: 'issued-elsewhere', by: 'Hệ thống của bộ' } as const, ...cited };

const province = (published = procedure) => {
  const memory = memoryDynamo();
  const table = memory.table('numbers');
  const begins = new Date('2026-11-20T02:00:00Z');
  let at = begins;
  const call = apiOn(depsOn(table, published), () => at);
  const { file: fileNow, act } = stepsOn(call, table);
  /** filed on the first day, whenever it is accepted: an upload does not wait for days */
  const file: typeof fileNow = async () => { const then = at; at = begins; const filed = await fileNow(); at = then; return filed; };
  return {
    call, file, act, rows: () => memory.rows('numbers'),
    pass: (day: string): void => { at = new Date(`${day}T02:00:00Z`); },
    publish: (rules: readonly NumberRule[], version = 0): Promise<Answered> => call(PublishNumbering, administrator, { body: { version, rules } }),
    accept: async (body: Record<string, unknown> = {}): Promise<Answered> => act(AcceptDossier, clerk, await file(), body),
  };
};
const numberOf = (answer: Answered): string => String(done(answer).number);

describe('the number of an accepted dossier', () => {
  it('follows the rules of the province where nothing was published', async () => {
    const { accept, call } = province();
    expect([numberOf(await accept()), numberOf(await accept())]).toEqual(['000.01.19.H30-261120-0001', '000.01.19.H30-261120-0002']);
    expect((await call(GetNumbering, administrator)).body).toEqual({ version: 0, rules: [], otherwise: provinceRules });
    const next = await call(GetNextNumber, administrator, { query: { agency: agencyCode, procedure: procedure.code } });
    expect(next.body).toEqual({ source: provinceRules[0]?.number, ordinal: 3, number: '000.01.19.H30-261120-0003' });
    expect(numberOf(await accept()), 'looking draws none').toBe('000.01.19.H30-261120-0003');
  });

  it('follows a published rule from its day on, and what was numbered stays', async () => {
    const { accept, call, pass, publish } = province();
    const before = done(await accept());
    const published = await publish([{ agency: agencyCode, from: tomorrow, ...drawn('{agency}/{yyyy}-{mm}/{ordinal:3}', 'agency-month') }]);
    expect(published).toMatchObject({ status: 200, body: { version: 1, published: { by: administrator.name } } });
    expect(numberOf(await accept())).toBe('000.01.19.H30-261120-0002');
    pass(tomorrow);
    expect(numberOf(await accept())).toBe('H30.19.01/2026-11/001');
    pass('2026-11-30');
    expect(numberOf(await accept())).toBe('H30.19.01/2026-11/002');
    expect((await call(OpenDossier, clerk, { params: { dossierId: before.dossierId } })).body['number']).toBe(before.number);
  });

  it('of several rules it is the more particular one, then the later', () => {
    const rule = (pattern: string, from: string, about: { agency?: string; procedure?: string } = {}): NumberRule => ({ ...about, from, ...drawn(pattern, 'year') });
    const [agency, procedureCode] = [{ agency: agencyCode }, { procedure: procedure.code }];
    const rules = [rule('A', '2026-01-01'), rule('B', '2026-02-01'), rule('C', '2026-01-01', agency), rule('D', '2026-01-01', procedureCode), rule('E', '2026-03-01', { ...agency, ...procedureCode }), rule('F', '2027-01-01', agency)];
    const told = (date: string, of = agencyCode, about = procedure.code): unknown => { const source = numberSource(rules, { agency: of, procedure: about, date }); return source.kind === 'drawn' && source.pattern; };
    expect([told('2025-12-31'), told('2026-01-01'), told('2026-03-01'), told('2026-03-01', agencyCode, '2.000635'), told('2026-03-01', otherAgencyCode, '2.000635'), told('2026-01-15', otherAgencyCode, '2.000635'), told('2027-01-01', agencyCode, '2.000635')])
      .toEqual(['{agency-old}-{yy}{mm}{dd}-{ordinal:4}', 'D', 'E', 'C', 'B', 'A', 'F']);
    expect(numberSource([], { agency: 'H37.DN.001', procedure: procedure.code, date: today }), 'an agency without an old code').toEqual(provinceRules[1]?.number);
  });

  it('is read from the rules once in half a minute', async () => {
    let [reads, at] = [0, 0];
    const table = { get: () => { reads++; return Promise.resolve(undefined); } } as unknown as Table;
    const { rules } = numberingRepository(table, () => new Date(at));
    for (at of [0, 1000, 29_999, 30_000, 40_000]) await rules();
    expect(reads).toBe(2);
  });
});

describe('rules are refused, and nothing is published', () => {
  it.each([
    ['number-pattern-malformed', '/body/rules/0/number/pattern', [{ from: today, ...drawn('{agencies}-{ordinal:4}', 'agency') }]],
    ['number-pattern-without-ordinal', '/body/rules/0/number/pattern', [{ from: today, ...drawn('{agency}', 'agency') }]],
    ['number-pattern-runs-together', '/body/rules/0/number/pattern', [{ from: today, ...drawn('{agency}{ordinal:4}', 'agency') }]],
    ['number-pattern-repeats', '/body/rules/0/number/pattern', [{ from: today, ...drawn('{agency}-{ordinal:4}', 'agency-day') }]],
    ['number-pattern-too-long', '/body/rules/0/number/pattern', [{ from: today, ...drawn(`${'X'.repeat(60)}-{ordinal:4}-{yyyy}`, 'year') }]],
    ['number-pattern-two-counters', '/body/rules/0/number/counter', [{ from: today, ...drawn('{agency-old}-{yy}{mm}{dd}-{ordinal:6}', 'agency-month') }]],
    ['number-rule-twice', '/body/rules/1', [{ agency: agencyCode, from: today, ...drawn('{agency}-{ordinal:4}', 'agency') }, { agency: agencyCode, from: today, ...elsewhere }]],
    ['number-rule-past', '/body/rules/0/from', [{ from: '2026-11-19', ...elsewhere }]],
    ['agency-unknown', '/body/rules/0/agency', [{ agency: 'H30.99', from: today, ...elsewhere }]],
    ['procedure-unknown', '/body/rules/1/procedure', [{ procedure: procedure.code, from: today, ...elsewhere }, { procedure: '1.999999', from: today, ...elsewhere }]],
  ] as [string, string, NumberRule[]][])('%s', async (code, pointer, rules) => {
    const { call, publish, rows } = province();
    expect(await publish(rules)).toMatchObject({ status: code === 'procedure-unknown' ? 404 : 422, body: { code, errors: [{ pointer, code }] } });
    expect((await call(GetNumbering, administrator)).body['version']).toBe(0);
    expect(rows()).toEqual([]);
  });

  it('number-pattern-no-old-code', async () => {
    const { publish } = province();
    const answer = await publish([{ agency: 'H37.DN.001', from: today, ...drawn('{agency-old}-{ordinal:4}', 'agency') }]);
    expect(answer.body.errors?.map(({ code }) => code)).toEqual(['number-pattern-no-old-code', 'agency-unknown']);
  });

  it('every fault at once, each with its sentence in both languages', async () => {
    const { publish } = province();
    const { body: { errors = [] } } = await publish([{ from: today, ...drawn('{agency}', 'agency') }, { from: tomorrow, ...drawn('{ordinal:4}', 'year') }]);
    expect(errors.map(({ code }) => code)).toEqual(['number-pattern-without-ordinal', 'number-pattern-repeats']);
    expect(errors.every(({ vi, en }) => vi !== '' && en !== '' && vi !== en)).toBe(true);
  });

  it('over what somebody else published meanwhile; the same again changes nothing', async () => {
    const { publish } = province();
    const first = [{ from: today, ...elsewhere }];
    expect((await publish(first)).body['version']).toBe(1);
    expect((await publish(first)).body['version'], 'an answer that was lost').toBe(1);
    expect(await publish([{ from: tomorrow, ...elsewhere }])).toMatchObject({ status: 409, body: { code: 'numbering-changed' } });
    expect((await publish([{ from: tomorrow, ...elsewhere }], 1)).body['version']).toBe(2);
  });

  it('what began before today can be neither changed nor taken away', async () => {
    const { publish, pass } = province();
    const begun = { agency: agencyCode, from: today, ...elsewhere };
    await publish([begun]);
    pass(tomorrow);
    expect(await publish([], 1)).toMatchObject({ body: { code: 'number-rule-past', errors: [{ pointer: '/body/rules' }] } });
    expect(await publish([{ ...begun, mark: 'C' }], 1)).toMatchObject({ body: { code: 'number-rule-past', errors: [{ pointer: '/body/rules/0/from' }] } });
    expect((await publish([begun, { agency: agencyCode, from: tomorrow, ...drawn('{agency}-{ordinal:4}', 'agency') }], 1)).status).toBe(200);
  });
});

describe('a number another side issues', () => {
  const issued = async (published = procedure) => {
    const own = province(published);
    expect((await own.publish([{ procedure: procedure.code, from: today, ...elsewhere }])).status).toBe(200);
    return own;
  };

  it('is asked for at the desk, and given with the acceptance', async () => {
    const { accept, act, call, file, rows } = await issued();
    const filed = await file();
    expect(((await call(OpenDossier, clerk, { params: { dossierId: filed.dossierId } })).body as unknown as DeskDossierView).numberIssuedBy).toBe('Hệ thống của bộ');
    expect(await act(AcceptDossier, clerk, filed)).toMatchObject({ status: 422, body: { code: 'number-missing', errors: [{ pointer: '/body/number' }] } });
    for (const [number, code] of [['', 'text.empty'], ['   ', 'text.empty'], ['x'.repeat(61), 'text.too-long'], ['a\u0000b', 'text.control'], ['a\u202eb', 'text.control'], ['a\nb', 'text.control']]) {
      expect(await act(AcceptDossier, clerk, filed, { number })).toMatchObject({ status: 400, body: { errors: [{ pointer: '/body/number', code }] } });
    }
    const accepted = done(await act(AcceptDossier, clerk, filed, { number: ' G09.20-20261120-0092637 ' }));
    expect(accepted).toMatchObject({ state: { business: 2 }, number: 'G09.20-20261120-0092637' });
    expect(accepted).not.toHaveProperty('numberIssuedBy');
    const [event] = rows().filter(({ detailType }) => String(detailType).startsWith('dossier.accepted'));
    expect([event?.['detailType'], (JSON.parse(String(event?.['detail'])) as { data: { number: string } }).data.number]).toEqual(['dossier.accepted.v2', 'G09.20-20261120-0092637']);
    expect(await accept({ number: 'G09.20-20261120-0092637' })).toMatchObject({ status: 409, body: { code: 'number-taken', errors: [{ pointer: '/body/number' }] } });
    expect(numberOf(await accept({ number: 'Số 12/BTP' }))).toBe('Số 12/BTP');
  });

  it('may not be given where the number is drawn here', async () => {
    const { accept } = province();
    expect(await accept({ number: 'G09.20-20261120-0092637' })).toMatchObject({ status: 422, body: { code: 'number-not-asked' } });
  });

  it('of our own form is skipped when it comes to be drawn', async () => {
    const { accept, pass, publish } = await issued();
    for (const ordinal of [1, 2]) expect((await accept({ number: `000.01.19.H30-261121-000${ordinal}` })).status).toBe(200);
    const rules = [{ procedure: procedure.code, from: today, ...elsewhere }, { procedure: procedure.code, from: tomorrow, number: provinceRules[0]?.number as NumberRule['number'], ...cited }];
    expect((await publish(rules, 1)).status).toBe(200);
    pass(tomorrow);
    expect(numberOf(await accept())).toBe('000.01.19.H30-261121-0003');
  });

  it('comes with the confirmation of its system, which may accept nothing else', async () => {
    const { call, file } = await issued();
    const { dossierId } = await file();
    const confirm = (body: Record<string, unknown>, key?: string) => call(ConfirmDossier, machine, { params: { dossierId }, body, ...(key === undefined ? {} : { key }) });
    expect((await call(FetchDossier, machine, { params: { dossierId } })).body).toMatchObject({ status: 1, allowed: ['confirm'] });
    expect((await confirm({ revision: 0 })).body.code).toBe('number-missing');
    const { withNumber } = ConfirmDossier.otherExamples ?? {};
    const given = withNumber?.body as Record<string, unknown>;
    const accepted = await confirm(given, 'confirm-with-number');
    expect(masked(accepted.body), 'the example of the document').toEqual(masked(withNumber?.answer));
    expect((await confirm(given, 'confirm-with-number')).body).toEqual(accepted.body);
    expect((await confirm({ revision: 1, number: 'BTP-2026-78' })).body.code).toBe('state-conflict');
    expect((await confirm({ revision: 1 })).body).toMatchObject({ status: 4, number: given['number'] });
    const { history } = (await call(OpenDossier, caseOfficer, { params: { dossierId } })).body as unknown as DeskDossierView;
    expect(history.map(({ act, by }) => [act, by.kind])).toEqual([['submit', 'citizen'], ['accept', 'system'], ['take', 'system']]);
    const ours = province();
    const other = await ours.file();
    const refused = (body: Record<string, unknown>) => ours.call(ConfirmDossier, machine, { params: { dossierId: other.dossierId }, body });
    expect((await refused({ revision: 0 })).body.code).toBe('state-conflict');
    expect((await refused({ revision: 0, number: 'BTP-2026-79' })).body.code).toBe('number-not-asked');
  });

  it('is waited for when the dossier is filed at the desk', async () => {
    const atDesk = { ...procedure, cases: procedure.cases.map((one) => ({ ...one, channels: one.channels.map((way) => ({ ...way, channel: 'direct' as const })).slice(0, 1) })) };
    const { call, act } = await issued(atDesk);
    const filed = await call(FileAtCounter, clerk, {
      params: { agencyCode }, body: {
        procedure: procedure.code, case: 'thong-thuong', agency: agencyCode, answers, attachments: [], identityChecked: true, consentGiven: true,
        applicant: { name: 'Người Nộp Tại Quầy', identity: { kind: 'citizen-id', number: '093000000001' } }, components: [{ paperId: 'giay-chung-sinh', original: 1, copy: 0, electronic: 0 }],
      },
    });
    const waiting = filed.body as unknown as DeskDossierView;
    expect([filed.status, waiting.state.business, waiting.numberIssuedBy]).toEqual([201, 1, 'Hệ thống của bộ']);
    expect(numberOf(await act(AcceptDossier, clerk, waiting, { number: 'BTP-2026-80' }))).toBe('BTP-2026-80');
  });
});
