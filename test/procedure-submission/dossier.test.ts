import { describe, expect, it } from 'vitest';
import { DeskAct, OwnAct, Queue } from '../../shared/contracts/dossier.ts';
import { DomainError } from '../../shared/kernel/domain-error.ts';
import { dossierStatuses, DossierStatusCode } from '../../shared/kernel/dossier-status.ts';
import { compileCalendar } from '../../shared/kernel/working-time/calendar.ts';
import { officeWeek } from '../../shared/kernel/working-time/office-week.ts';
import { procedureSubmissionRoutes } from '../../shared/contracts/procedure-submission.ts';
import { decide, deskActs, move, urgencyOf } from '../../functions/procedure-submission/dossier.ts';
import { faultsOf } from '../../functions/procedure-submission/answers.ts';
import { punctualityOf, verdictOf } from '../../functions/procedure-submission/punctuality.ts';
import { deskRolesOf, queueNames, queueOf, rowsOf, transitionOf, transitions } from '../../functions/procedure-submission/transitions.ts';
import { answers, now, procedure, recordAfter } from './support/dossiers.ts';

const everyRole = ['one-stop-clerk', 'case-officer', 'leader'];
const refusal = (work: () => unknown): DomainError => {
  try {
    work();
  } catch (error) {
    if (error instanceof DomainError) return error;
  }
  throw new Error('was not refused');
};

describe('transitions', () => {
  it('name the acts and queues of the contracts, and roles their routes let in', () => {
    const actsOf = (of: (by: string) => boolean) => [...new Set(transitions.filter(({ act, by }) => act !== 'submit' && of(by)).map(({ act }) => act))].toSorted();
    expect(actsOf((by) => by !== 'citizen' && by !== 'system')).toEqual(DeskAct.options.toSorted());
    expect(actsOf((by) => by === 'citizen')).toEqual(OwnAct.options.toSorted());
    expect(queueNames).toEqual(Queue.options.filter((name) => !['mine', 'due-soon', 'overdue'].includes(name)));
    for (const act of [...DeskAct.options, ...OwnAct.options]) {
      const route = procedureSubmissionRoutes.find(({ path, method }) => method === 'POST' && path.endsWith(`/${act}`));
      const own = rowsOf(act).every(({ by }) => by === 'citizen');
      expect(route?.access).toMatchObject([own ? { kind: 'citizen', rows: 'own' } : { kind: 'officer', roles: [...new Set(deskRolesOf(act as DeskAct))], rows: 'own-agency' }]);
    }
  });

  it('leave no terminal status, and every status on the way is left by one', () => {
    for (const { code, terminal } of dossierStatuses) {
      const leaves = transitions.some(({ from, to }) => to !== 'same' && (from as readonly number[]).includes(code));
      if (terminal) expect(leaves, `status ${code}`).toBe(false);
      if (!terminal && transitions.some(({ to }) => to === code)) expect(leaves, `status ${code}`).toBe(true);
    }
  });

  it('wait in a queue exactly where someone can act', () => {
    for (const { code } of dossierStatuses) expect(queueOf(code) !== undefined, `status ${code}`).toBe(transitions.some(({ from, to, by }) => to !== 'same' && by !== 'system' && (from as readonly number[]).includes(code)));
  });

  it('every act in every status: allowed where its row says so, refused with what is possible elsewhere', async () => {
    const record = await recordAfter([]);
    for (const { code } of dossierStatuses) {
      for (const act of DeskAct.options) {
        // with the result there, only what is due before the hand-over is asked for and taken
        const finance = code !== 9 || !act.endsWith('-payment') ? 'not-due' : act === 'request-payment' ? 'due-at-return' : 'due';
        const dossier = { ...record, standing: { ...record.standing, finance, business: DossierStatusCode.parse(code) } as const };
        const wish = { act, revision: 0, roles: everyRole };
        // it walks no steps: what their owners do is in internal-step.test.ts
        const rows = rowsOf(act).filter(({ from, by }) => (from as readonly number[]).includes(code) && by !== 'step-owner');
        if (rows.length > 0) expect(rows).toContain(decide(dossier, wish));
        else expect(refusal(() => decide(dossier, wish))).toMatchObject({ code: 'state-conflict', extra: { allowed: deskActs(dossier.standing, everyRole) } });
      }
    }
  });

  it('are refused on an older or a newer revision than the one in force', async () => {
    const record = await recordAfter(['accept']);
    for (const revision of [0, 2]) expect(refusal(() => decide(record, { act: 'take', revision, roles: everyRole }))).toMatchObject({ code: 'changed-meanwhile', extra: { allowed: ['take', 'request-supplement', 'request-payment', 'stop', 'extend', 'transfer', 'recompute'] } });
    expect(refusal(() => decide(record, { act: 'take', revision: 1, roles: ['leader'] }))).toMatchObject({ code: 'state-conflict', extra: { allowed: ['stop', 'extend', 'transfer', 'recompute'] } });
  });

  it('move the revision by one and add a step', async () => {
    const record = await recordAfter(['accept']);
    const after = move(record, transitionOf('take'), now.toISOString());
    expect(after).toMatchObject({ revision: 2, business: 4 });
    expect(after.steps.map(({ status }) => status)).toEqual([1, 2, 4]);
    expect(urgencyOf(record)).toBe(record.standing.dueAt);
  });
});

describe('punctuality', () => {
  const calendar = compileCalendar({ week: officeWeek, days: [{ date: '2026-11-24', kind: 'OFF', name: { vi: 'x', en: 'x' }, source: 'x', confirmed: true }] });
  const due = '2026-11-30T10:00:00.000Z';
  it.each([
    ['a day before', '2026-11-29T16:59:00Z', 'early'], ['at midnight of the day', '2026-11-29T17:00:00Z', 'on-time'], ['to the minute', due, 'on-time'], ['a minute after', '2026-11-30T10:01:00Z', 'late'],
  ])('finished %s: %s is %s', (_, finishedAt, verdict) => { expect(verdictOf(new Date(finishedAt), new Date(due))).toBe(verdict); });
  it('counts working days, and judges an open dossier by now', () => {
    expect(punctualityOf({ dueAt: due }, calendar, new Date('2026-11-23T02:00:00Z'))).toEqual({ verdict: 'running', workingDays: 4 });
    expect(punctualityOf({ dueAt: due }, calendar, new Date('2026-12-02T02:00:00Z'))).toEqual({ verdict: 'overdue', workingDays: 2 });
    expect(punctualityOf({ dueAt: due, finishedAt: '2026-11-27T02:00:00Z' }, calendar, new Date('2026-12-30T02:00:00Z'))).toEqual({ verdict: 'early', workingDays: 1 });
    expect(punctualityOf({}, calendar, now)).toBeUndefined();
  });
});

describe('answers', () => {
  it('that fit have no fault', () => {
    expect(faultsOf(procedure.form, { ...answers, 'gioi-tinh': 'nu', 'can-nang': '3,2', 'so-dinh-danh': '012345678901', thu: 'a.b@phuong1.vithanh.vn', 'ghi-chu': 'hai\ndòng' })).toEqual([]);
    for (const phone of ['0900000001', '+84900000001', '0900 000 001', '0900.000.001']) expect(faultsOf(procedure.form, { ...answers, 'dien-thoai': phone })).toEqual([]);
  });
  it('of an inherited name are not answers', () => {
    const form = [{ ...procedure.form[0]!, questions: [{ id: 'constructor', label: { vi: 'x', en: 'x' }, kind: 'text' as const, required: true }] }];
    expect(faultsOf(form, {})).toEqual([{ question: 'constructor', code: 'field.missing' }]);
  });
  it('long and hostile addresses are judged in no time', () => {
    const started = performance.now();
    faultsOf(procedure.form, { ...answers, thu: `a@${'a-'.repeat(120)}` });
    expect(performance.now() - started).toBeLessThan(50);
  });
});
