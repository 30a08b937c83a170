import { type DossierStatusCode, dossierStatus } from '../../shared/kernel/dossier-status.ts';
import { localDate, localParts } from '../../shared/kernel/vietnam-time.ts';
import { isFree } from '../../shared/contracts/fee-amounts.ts';
import type { ProcedureView } from '../../shared/contracts/procedure.ts';
import type { Counts, MeasureId } from './counter-measures.ts';
import type { Dossier, Filed } from './dossier.ts';

/** `2026-11` of Việt Nam. */
export const monthOf = (instant: string): string => localDate(new Date(instant)).slice(0, 7);

/** What a dossier adds to the counters: counts by month and agency. Field and level are those of its procedure version. */
export type Share = ReadonlyMap<string, Counts>;
export const partKey = (month: string, agency: string): string => `${month}#${agency}`;
export const partOf = (key: string): { month: string; agency: string } => { const [month = '', agency = ''] = key.split('#'); return { month, agency }; };

/**
 * Level 4 is level 3 with payment online and the result online or by post (Nghị định 43/2011/NĐ-CP, mark M). Every result
 * of ours can be taken online; so a dossier is of level 4 when its case and channel cost nothing, and of level 3 when
 * something is, or may be, paid elsewhere.
 */
export const onlineLevelOf = ({ caseId, channel }: Filed, procedure: Pick<ProcedureView, 'cases'>): 'level3' | 'level4' | undefined => {
  if (channel !== 'online') return undefined;
  const fee = procedure.cases.find(({ id }) => id === caseId)?.channels.find((one) => one.channel === channel)?.fee;
  return isFree(fee) ? 'level4' : 'level3';
};

type State = { readonly from: string; readonly to: string | undefined; readonly status: DossierStatusCode; readonly agency: string; readonly accepted: boolean };

/** The stretches between two steps, the last one open. */
const statesOf = ({ filed, standing }: Dossier): State[] => {
  const acceptedAt = standing.steps.findIndex(({ status }) => status === 2);
  return standing.steps.map(({ at, status, agency }, index) => ({
    from: at, to: standing.steps[index + 1]?.at, status, agency: agency ?? filed.agency.code, accepted: acceptedAt >= 0 && index >= acceptedAt,
  }));
};

const isRunning = ({ status }: State): boolean => dossierStatus(status).reportedAs === 'processing';
/** Accepted, and neither finished nor withdrawn. */
const isOpen = (state: State): boolean => state.accepted && (isRunning(state) || dossierStatus(state.status).reportedAs === 'paused');

/** The stocks a dossier belongs to while it is in a state, each with the agency that has it. */
const stocksOf = (state: State, receiver: string): [MeasureId, string][] => {
  const { status, agency } = state;
  const kept: [MeasureId, boolean][] = [
    ['toAccept', status === 1], ['running', isRunning(state)], ['paused', dossierStatus(status).reportedAs === 'paused'], ['releasing', status === 9], ['open', isOpen(state)],
  ];
  return [
    ...kept.flatMap(([id, holds]): [MeasureId, string][] => (holds ? [[id, agency]] : [])),
    ...(isRunning(state) && agency !== receiver ? [['outside', receiver] satisfies [MeasureId, string]] : []),
  ];
};

const channelMeasure = { online: 'online', direct: 'oneGate', post: 'post' } as const;
const verdictMeasure = { early: 'early', 'on-time': 'onTime', late: 'late' } as const;

/** What happened when a dossier came into a status. */
const happenedIn = ({ filed, standing }: Dossier, state: State, { first, before }: { first: boolean; before: State | undefined }, online: 'level3' | 'level4' | undefined): MeasureId[] => {
  switch (state.status) {
    case 1: return first ? ['filed'] : [];
    case 2: return first ? ['received', channelMeasure[filed.channel], ...(online === undefined ? [] : [online]), ...(localParts(new Date(state.from)).weekday === 6 ? ['saturday' as const] : [])] : [];
    case 3: return ['denied'];
    case 4: return [];
    case 5: return ['supplements'];
    case 6: return ['payments'];
    case 7: return ['cancelled', ...(before?.accepted === true ? ['cancelledOpen' as const] : [])];
    case 8: return ['unresolved'];
    case 9: return first ? ['released', ...(standing.verdict === undefined ? [] : [verdictMeasure[standing.verdict]])] : [];
    case 10: return ['done'];
  }
};

/** Where a dossier in progress is late: from its due date on, or from when it came there. The due date in force judges. */
const lateIn = (state: State, dueAt: string | undefined): { from: string; to: string | undefined } | undefined => {
  if (dueAt === undefined || !isRunning(state)) return undefined;
  const from = dueAt > state.from ? dueAt : state.from;
  return state.to !== undefined && state.to <= from ? undefined : { from, to: state.to };
};

/**
 * Everything a dossier adds to the counters, from where it stands and the steps it took. Pure: the same dossier gives
 * the same share, whenever and however often it is asked, which is why events may come twice or in any order.
 */
export const shareOf = (dossier: Dossier, online: 'level3' | 'level4' | undefined): Share => {
  const parts: [string, Counts][] = [];
  const add = (at: string, agency: string, measure: MeasureId, by = 1): void => { parts.push([partKey(monthOf(at), agency), { [measure]: by }]); };
  const { filed, standing } = dossier;
  const states = statesOf(dossier);
  const seen = new Set<DossierStatusCode>();
  for (const [index, state] of states.entries()) {
    const before = states[index - 1];
    for (const [measure, agency] of stocksOf(state, filed.agency.code)) {
      add(state.from, agency, measure);
      if (state.to !== undefined) add(state.to, agency, measure, -1);
    }
    const late = lateIn(state, standing.dueAt ?? standing.lapsedDueAt);
    if (late !== undefined) {
      add(late.from, state.agency, 'overdue');
      if (late.to !== undefined) add(late.to, state.agency, 'overdue', -1);
    }
    if (before?.status !== state.status) {
      for (const measure of happenedIn(dossier, state, { first: !seen.has(state.status), before }, online)) add(state.from, state.agency, measure);
    }
    if (before !== undefined && before.agency !== state.agency && isOpen(before) && isOpen(state)) {
      add(state.from, before.agency, 'movedOut');
      add(state.from, state.agency, 'movedIn');
    }
    seen.add(state.status);
  }
  return sumOf(parts);
};

/** Adds up counts of the same key; what comes to nought is left out. */
export const sumOf = (parts: Iterable<readonly [key: string, counts: Counts]>): Share => {
  const sums = new Map<string, Record<string, number>>();
  for (const [key, counts] of parts) {
    const sum = sums.get(key) ?? {};
    for (const [measure, count] of Object.entries(counts)) sum[measure] = (sum[measure] ?? 0) + count;
    sums.set(key, sum);
  }
  return new Map([...sums].flatMap(([key, sum]): [string, Counts][] => {
    const kept = Object.entries(sum).filter(([, count]) => count !== 0);
    return kept.length === 0 ? [] : [[key, Object.fromEntries(kept)]];
  }));
};

const negated = (counts: Counts): Counts => Object.fromEntries(Object.entries(counts).map(([measure, count]) => [measure, -count]));

/** What has to be added to the counters so that they hold `after` where they held `before`. */
export const differenceOf = (after: Share, before: Share): Share => sumOf([...after, ...[...before].map(([key, counts]) => [key, negated(counts)] as const)]);
