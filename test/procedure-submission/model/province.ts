import type { DossierDeps } from '../../../functions/procedure-submission/dossier-deps.ts';
import type { InternalStep } from '../../../shared/contracts/internal-steps.ts';
import type { ProcedureView } from '../../../shared/contracts/procedure.ts';
import { compileCalendar, type CalendarSpec, type WorkingCalendar } from '../../../shared/kernel/working-time/calendar.ts';
import type { Table } from '../../../shared/runtime/dynamo.ts';
import { depsOn } from '../support/desk.ts';
import { procedure } from '../support/dossiers.ts';
import type { Rules } from './life.ts';
import { agencies, type Role } from './people.ts';

const compiled = new WeakMap<CalendarSpec, WorkingCalendar>();
const compiledOf = (spec: CalendarSpec): WorkingCalendar => {
  const known = compiled.get(spec) ?? compileCalendar(spec);
  compiled.set(spec, known);
  return known;
};

/** Each step of the work has a quarter of the term, the reception what is left. */
const stepsOf = (way: readonly string[]): InternalStep[] => way.map((role, step) => {
  const [first, last] = [step === 0, step === way.length - 1];
  return { id: first ? 'reception' : last ? 'return' : `buoc-${step}`, name: { vi: `Bước ${step}`, en: `Step ${step}` }, role: role as Role, share: first ? 100 - 25 * (way.length - 2) : last ? 0 : 25 };
});

const versionOf = ({ terms, way }: Rules, version: number): ProcedureView => {
  const term = terms[version - 1];
  const published = term === undefined ? {} : { term: { parts: [{ amount: term.amount, unit: term.unit }], ...(term.cutOff === undefined ? {} : { cutOff: term.cutOff }) } };
  return {
    ...procedure, version, publishedAt: '2020-01-01T00:00:00.000Z', ...(way === undefined ? {} : { steps: stepsOf(way) }),
    cases: procedure.cases.map((one) => ({ ...one, channels: [{ channel: 'online' as const, fee: { kind: 'free' as const }, reading: 'stated' as const, ...published }] })),
  };
};

/** What the province goes by: its agencies, and the versions of calendar and catalogue, of which the first are in force until others are published. */
export const provinceOn = (table: Table, rules: Rules) => {
  const inForce = { calendar: 1, term: 1 };
  const versions = rules.terms.map((_, index) => versionOf(rules, index + 1));
  const calendar = (version: number = inForce.calendar) => Promise.resolve(compiledOf(rules.calendars[version - 1] as CalendarSpec));
  const deps: DossierDeps = {
    ...depsOn(table),
    directory: {
      agency: (code: string) => Promise.resolve((agencies as readonly string[]).includes(code) ? { code, name: `Ủy ban nhân dân ${code}`, level: 'commune' as const } : undefined),
      calendar, calendarInForce: async () => ({ version: inForce.calendar, calendar: await calendar() }),
    },
    procedures: { current: () => Promise.resolve(versions[inForce.term - 1]), version: (_: string, version: number) => Promise.resolve(versions[version - 1]) },
  };
  return {
    deps, inForce,
    /** The next version of the calendar or of the catalogue comes into force, where there is one. */
    publish: (what: 'calendar' | 'term'): void => { inForce[what] = Math.min(inForce[what] + 1, (what === 'calendar' ? rules.calendars : rules.terms).length); },
  };
};
