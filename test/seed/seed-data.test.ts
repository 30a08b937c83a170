import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import agenciesJson from '../../infra/local/seed/agencies.json' with { type: 'json' };
import calendarJson from '../../infra/local/seed/calendar.json' with { type: 'json' };
import proceduresJson from '../../infra/local/seed/procedures.json' with { type: 'json' };
import { Agency } from '../../shared/contracts/agency.ts';
import { ProcedureDraft } from '../../shared/contracts/procedure.ts';
import { fromOldCode, toOldCode } from '../../shared/kernel/agency-code.ts';
import { ProcedureCode } from '../../shared/kernel/procedure-code.ts';
import { CalendarSpec } from '../../shared/kernel/working-time/calendar.ts';

const agencies = z.array(Agency).parse(agenciesJson);
const procedures = z.array(z.object({ code: ProcedureCode, draft: ProcedureDraft })).parse(proceduresJson);
const calendar = CalendarSpec.parse(calendarJson);

const draftOf = (code: string): ProcedureDraft => {
  const found = procedures.find((procedure) => procedure.code === code);
  if (found === undefined) throw new Error(`no procedure ${code}`);
  return found.draft;
};
const channelOf = (code: string, caseId: string, channel: string) =>
  draftOf(code).cases.find(({ id }) => id === caseId)?.channels.find((row) => row.channel === channel);

describe('agencies', () => {
  test('are the 102 of the portal, each code and name once', () => {
    const levels = Object.groupBy(agencies, ({ level }) => level);
    expect(Object.fromEntries(Object.entries(levels).map(([level, rows]) => [level, rows.length]))).toEqual({ province: 1, department: 18, district: 8, commune: 75 });
    expect(new Set(agencies.map(({ code }) => code)).size).toBe(102);
    expect(new Set(agencies.map(({ name }) => name)).size).toBe(102);
    expect(new Set(agencies.map(({ nameEn }) => nameEn)).size).toBe(102);
  });
  test('hang below one another, parents first', () => {
    const seen = new Set<string>();
    for (const { code, parent } of agencies) {
      if (parent !== undefined) expect(seen).toContain(parent);
      seen.add(code);
    }
  });
  test('carry the old form of their code, and only the province an official one', () => {
    for (const { code, aliases } of agencies) {
      const old = aliases.find(({ system }) => system === 'old-code')?.value ?? '';
      expect(old).toBe(toOldCode(code));
      expect(fromOldCode(old)).toBe(code);
    }
    expect(agencies.filter(({ codeStatus }) => codeStatus === 'official').map(({ code }) => code)).toEqual(['H30']);
  });
});

describe('calendar', () => {
  test('says of every day where it comes from', () => {
    expect(calendar.days).toHaveLength(118);
    for (const { source } of calendar.days) expect(source).not.toBe('');
    expect(calendar.days.filter(({ kind }) => kind === 'MAKEUP_WORK').map(({ date }) => date)).toEqual(['2024-05-04', '2025-04-26', '2026-01-10', '2026-08-22']);
  });
});

describe('procedures', () => {
  test('are eighty, each code once, named in both languages', () => {
    expect(procedures).toHaveLength(80);
    expect(new Set(procedures.map(({ code }) => code)).size).toBe(80);
    for (const { draft } of procedures) expect(draft.name.en).not.toBe(draft.name.vi);
  });
  test('are kept as the contract reads them: nothing is dropped or rewritten on the way in', () => {
    expect(procedures).toEqual(proceduresJson);
  });
  test('have cases, papers and questions with ids of their own', () => {
    for (const { code, draft } of procedures) {
      const unique = (ids: string[]) => expect(new Set(ids).size, code).toBe(ids.length);
      unique(draft.cases.map(({ id }) => id));
      for (const { papers, channels } of draft.cases) {
        unique(papers.map(({ id }) => id));
        unique(channels.map(({ channel }) => channel));
      }
      unique(draft.form.flatMap(({ questions }) => questions.map(({ id }) => id)));
    }
  });
  test('ask every applicant for a name, a number and a telephone', () => {
    for (const { draft } of procedures) {
      const ids = draft.form.flatMap(({ questions }) => questions.map(({ id }) => id));
      expect(ids).toEqual(expect.arrayContaining(['applicant-name', 'applicant-national-id', 'applicant-phone', 'applicant-email', 'applicant-address']));
    }
  });
  test('are received by agencies that exist', () => {
    const codes = new Set(agencies.map(({ code }) => code));
    for (const { draft } of procedures) {
      if (draft.receivedBy.kind === 'agencies') for (const code of draft.receivedBy.agencies) expect(codes).toContain(code);
    }
  });
  test('name the papers in the words of the source', () => {
    for (const { draft } of procedures) {
      for (const paper of draft.cases.flatMap(({ papers }) => papers)) expect(draft.published.papers).toContain(paper.name);
    }
  });
  test('are all structured by case and channel; what the wording does not settle is asked, never guessed in silence', () => {
    expect(procedures.filter(({ draft }) => draft.structure === 'wording-only')).toEqual([]);
    for (const { code, draft: { cases, receivedBy, unsettled = [] } } of procedures) {
      const places = unsettled.map(({ at }) => at);
      const asked = (...starts: string[]) => expect(places.some((at) => starts.some((start) => at.startsWith(start))), `${code} ${starts.join(' ')}`).toBe(true);
      const readings = cases.flatMap(({ channels }, c) => channels.map((row) => ({ ...row, at: `/cases/${c}` })));
      if (readings.some(({ reading }) => reading === 'assumed')) asked('/cases');
      for (const { at } of readings.filter(({ term }) => term === undefined)) asked(`${at}/channels`);
      if (readings.some(({ fee }) => fee.kind === 'not-stated')) expect(places.some((at) => at.endsWith('/fee')), code).toBe(true);
      if (receivedBy.kind === 'agencies' && receivedBy.reading === 'assumed') asked('/receivedBy');
    }
  });
  test('every question leads to a place of its draft, and no two ask the same of it', () => {
    for (const { code, draft } of procedures) {
      const { unsettled = [] } = draft;
      for (const { at, question } of unsettled) {
        const found = at.slice(1).split('/').reduce<unknown>((inner, step) => (inner as Record<string, unknown> | undefined)?.[step], draft);
        if (!at.endsWith('/term')) expect(found, `${code} ${at}`).toBeDefined();
        expect(question.vi).not.toBe(question.en);
      }
      expect(new Set(unsettled.map(({ at, question }) => `${at} ${question.vi}`)).size, code).toBe(unsettled.length);
    }
  });
  test('give a reason wherever a term is missing', () => {
    for (const { code, draft } of procedures) {
      for (const { term, note } of draft.cases.flatMap(({ channels }) => channels)) if (term === undefined) expect(note, code).toBeDefined();
    }
  });
});

describe('procedures read by hand', () => {
  test('several stretches, several cases, several fees', () => {
    expect(channelOf('1.010440', 'mac-dinh', 'direct')?.term?.parts.map(({ amount, unit, at }) => [amount, unit, at])).toEqual([[5, 'WORKING_DAY', 'commune'], [7, 'WORKING_DAY', 'district']]);
    expect(draftOf('1.011485').cases.map(({ channels }) => channels[0]?.term?.parts[0]?.amount)).toEqual([24, 31, 43]);
    expect(draftOf('1.011441').cases.map(({ channels: [row] }) => (row?.fee.kind === 'amount' ? row.fee.vnd : undefined))).toEqual([120_000, 390_000, 120_000, 390_000, 210_000, 500_000]);
    expect(channelOf('1.002600', 'chua-cap-so', 'direct')?.term?.parts[0]?.amount).toBe(5);
    expect(channelOf('2.000806', 'duoc-mien', 'online')?.fee).toEqual({ kind: 'free' });
  });
  test('same day, or the next working day after 15:00', () => {
    for (const [code, caseId] of [['1.001193', 'dung-han'], ['1.009073', 'ca-nhan']] as const) {
      expect(channelOf(code, caseId, 'online')?.term).toMatchObject({ parts: [{ amount: 0, unit: 'WORKING_DAY' }], cutOff: '15:00' });
    }
    // "vào 09 giờ ngày làm việc tiếp theo"
    expect(channelOf('1.009073', 'ca-nhan', 'direct')?.term?.lateEndsAt).toBe('09:00');
    expect(channelOf('1.001193', 'dung-han', 'direct')?.term?.lateEndsAt).toBeUndefined();
    expect(channelOf('1.001193', 'khong-dung-han', 'direct')?.fee).toEqual({ kind: 'amount', vnd: 5000 });
  });
  test('longer when something must be verified', () => {
    expect(channelOf('1.004884', 'phai-xac-minh', 'direct')?.term?.parts).toEqual([{ amount: 25, unit: 'DAY' }]);
    expect(channelOf('1.004873', 'phai-xac-minh', 'direct')?.term?.parts).toEqual([{ amount: 23, unit: 'DAY' }]);
    expect(channelOf('1.004859', 'phai-xac-minh', 'direct')?.term?.parts).toEqual([{ amount: 6, unit: 'WORKING_DAY' }]);
    expect(channelOf('1.004859', 'bo-sung', 'direct')?.term).toBeUndefined();
  });
  test('one term per kind of work', () => {
    expect(channelOf('1.013225', 'nha-o-rieng-le', 'direct')).toMatchObject({ term: { parts: [{ amount: 15, unit: 'DAY' }] }, fee: { vnd: 50_000 } });
    expect(channelOf('1.013225', 'cong-trinh-khac', 'direct')).toMatchObject({ term: { parts: [{ amount: 20, unit: 'DAY' }] }, fee: { vnd: 100_000 } });
    expect(channelOf('1.009946', 'cap-lai', 'direct')?.term?.parts).toEqual([{ amount: 3, unit: 'WORKING_DAY' }]);
    expect(channelOf('1.012769', 'thay-doi-tai-san', 'direct')?.term?.parts).toEqual([{ amount: 7, unit: 'WORKING_DAY' }]);
  });
  test('commune, then district, then half a day back', () => {
    expect(channelOf('1.010405', 'doi-tuong-bao-tro', 'direct')?.term?.parts.map(({ amount, at }) => [amount, at])).toEqual([[2, 'commune'], [3, 'district'], [0.5, 'commune']]);
  });
  test('another fee, or a day less, through another channel', () => {
    expect(channelOf('1.004222', 'cho-o-so-huu', 'direct')?.fee).toMatchObject({ vnd: 20_000 });
    expect(channelOf('1.004222', 'cho-o-so-huu', 'online')?.fee).toMatchObject({ vnd: 10_000 });
    expect(channelOf('2.000488', 'can-xac-minh', 'direct')?.term?.parts).toEqual([{ amount: 15, unit: 'DAY' }]);
    expect(channelOf('2.000488', 'can-xac-minh', 'online')?.term?.parts).toEqual([{ amount: 14, unit: 'DAY' }]);
  });
  test('half days, and a cut-off hour in one case of two', () => {
    expect(channelOf('2.002481', 'chuyen-truong', 'direct')?.term?.parts).toEqual([{ amount: 2.5, unit: 'DAY' }]);
    expect(channelOf('1.005092', 'tu-1997', 'direct')?.term?.cutOff).toBe('15:00');
    expect(channelOf('1.005092', 'truoc-1997', 'direct')?.term).toEqual({ parts: [{ amount: 3, unit: 'WORKING_DAY' }] });
  });
});
