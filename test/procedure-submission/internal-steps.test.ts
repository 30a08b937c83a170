import { describe, expect, test } from 'vitest';
import { begin, decide } from '../../functions/procedure-submission/dossier.ts';
import { readDraft } from '../../functions/procedure-submission/draft-faults.ts';
import { stepAllows, type StepStanding } from '../../functions/procedure-submission/internal-step.ts';
import { statusAfter, type DeskActName } from '../../functions/procedure-submission/transitions.ts';
import { defaultSteps, faultsOfSteps, InternalSteps, stepsOf, type InternalStep } from '../../shared/contracts/internal-steps.ts';
import { ProcedureDraft } from '../../shared/contracts/procedure.ts';
import { draftOf } from './catalogue-fixtures.ts';

const name = { vi: 'Bước', en: 'Step' };
const step = (id: string, role: InternalStep['role'], share: number): InternalStep => ({ id, name, role, share });
const way = [step('reception', 'one-stop-clerk', 10), step('expert', 'case-officer', 60), step('check', 'leader', 20.25), step('sign', 'leader', 9.75), step('return', 'one-stop-clerk', 0)];

describe('the internal steps of a version', () => {
  test('that lead from the reception to the return, with shares that make up the whole, are right', () => {
    expect(InternalSteps.parse(way)).toEqual(way);
    expect(faultsOfSteps(way)).toEqual([]);
    expect(faultsOfSteps(undefined)).toEqual([]);
  });
  test('are the default ones where none are declared, and those are right', () => {
    expect(stepsOf({})).toBe(defaultSteps);
    expect(stepsOf({ steps: way })).toBe(way);
    expect(faultsOfSteps(defaultSteps)).toEqual([]);
  });
  test('are pointed to where they are wrong', () => {
    const without = (id: string): InternalStep[] => way.filter((one) => one.id !== id);
    expect(faultsOfSteps(without('reception'))).toEqual(['/steps/0/id', '/steps/0/role', '/steps']);
    expect(faultsOfSteps(without('return'))).toEqual(['/steps/3/id', '/steps/3/role', '/steps/3/share']);
    expect(faultsOfSteps([...way.slice(0, 2), step('expert', 'leader', 30), way[4] as InternalStep])).toEqual(['/steps/2/id']);
    expect(faultsOfSteps(way.map((one) => (one.id === 'check' ? { ...one, share: 20 } : one)))).toEqual(['/steps']);
    expect(faultsOfSteps([step('reception', 'one-stop-clerk', 10), step('expert', 'case-officer', 60), step('print', 'one-stop-clerk', 30), step('return', 'one-stop-clerk', 0)])).toEqual(['/steps/2/role']);
    expect(faultsOfSteps([step('reception', 'one-stop-clerk', 100), step('return', 'one-stop-clerk', 0)])).toEqual(['/steps']);
  });
  test('take shares in quarters of a per cent, at most twelve', () => {
    expect(InternalSteps.safeParse([way[0], { ...way[1], share: 60.1 }]).error?.issues[0]?.path).toEqual([1, 'share']);
    expect(InternalSteps.safeParse(Array.from({ length: 13 }, () => way[1])).success).toBe(false);
  });
});

test('work begins with the first step behind the reception that is received; what came back to the reception before that has not begun', () => {
  const received = (place: StepStanding['place'], role: StepStanding['role'], business: 2 | 4): number => {
    const standing = { ...begin('2026-11-20T02:00:00.000Z', 'H30.19.01'), business, historyHead: '', internal: { id: 'x', role, place, since: '2026-11-20T02:00:00.000Z', received: false } };
    return statusAfter(decide({ standing }, { act: 'receive', revision: 0, roles: [role] }), business);
  };
  expect([received('reception', 'one-stop-clerk', 2), received('work', 'leader', 2), received('reception', 'one-stop-clerk', 4)]).toEqual([2, 4, 4]);
});

describe('publishing', () => {
  const draft = draftOf('1.001193');
  const read = (steps: InternalStep[]) => readDraft('1.001193', { ...draft, status: 'open', steps });

  test('carries the steps', () => {
    expect(read(way).edition?.steps).toEqual(way);
  });
  test('refuses wrong ones with pointers', () => {
    expect(read(way.slice(1)).faults.map(({ pointer, code }) => [pointer, code])).toEqual([['/steps/0/id', 'steps.invalid'], ['/steps/0/role', 'steps.invalid'], ['/steps', 'steps.invalid']]);
  });
  test('leaves versions without steps readable', () => {
    expect(ProcedureDraft.parse(draft).steps).toBeUndefined();
  });
});

describe('what a step lets its owner do', () => {
  const acts: DeskActName[] = ['take', 'receive', 'hand-on', 'send-back', 'finish'];
  const standing = (changes: Partial<StepStanding>): StepStanding => ({ id: 'x', role: 'leader', place: 'work', since: '2026-11-20T02:00:00.000Z', received: true, ...changes });
  const may = (internal: StepStanding | undefined, business: 2 | 4 | 9, ...roles: string[]) => acts.filter((act) => stepAllows({ business, ...(internal === undefined ? {} : { internal }) }, act, roles));

  test.each([
    ['the reception, received', standing({ role: 'one-stop-clerk', place: 'reception' }), 2, 'one-stop-clerk', ['hand-on']],
    ['the first case, handed over', standing({ role: 'case-officer', received: false }), 2, 'case-officer', ['take', 'send-back']],
    ['a leader as first step, handed over', standing({ received: false }), 2, 'leader', ['receive', 'send-back']],
    ['a step between, received', standing({}), 4, 'leader', ['hand-on', 'send-back']],
    ['a step between, of another role', standing({}), 4, 'case-officer', []],
    ['the last before the return, not received', standing({ place: 'last-work', received: false }), 4, 'leader', ['receive', 'send-back']],
    ['the last before the return, received', standing({ place: 'last-work' }), 4, 'leader', ['send-back', 'finish']],
    ['the return, handed over', standing({ role: 'one-stop-clerk', place: 'return', received: false }), 9, 'one-stop-clerk', ['receive']],
    ['steps nobody declared', standing({ implied: true }), 4, 'case-officer', ['take', 'finish']],
  ] as const)('%s', (_, internal, business, role, expected) => {
    expect(may(internal, business, role)).toEqual(expected);
  });
  test('a dossier without steps is taken and finished as ever, and finished by no leader', () => {
    expect(may(undefined, 4, 'case-officer')).toEqual(['take', 'finish']);
    expect(may(undefined, 4, 'leader')).toEqual(['take']);
  });
});
