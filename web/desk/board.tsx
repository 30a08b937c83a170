import { useCallback, useEffect, useState } from 'preact/hooks';
import type { ProblemBody } from '../../shared/contracts/problems.ts';
import type { BoardView } from '../../shared/contracts/statistics.ts';
import { call } from '../client/client.ts';
import { Bars, ChartFigure, PartsBar } from '../components/charts.tsx';
import { useLanguage } from '../components/language.ts';
import { Skeleton } from '../components/skeleton.tsx';
import { Table } from '../components/table.tsx';
import { momentText } from '../format/dates.ts';
import { shareText } from '../format/numbers.ts';
import { statusName } from '../format/status.ts';
import { translator } from '../messages/translator.ts';
import { type DeskAddress, noFilter, writeAddress } from './address.ts';
import { type BoardGroup, countsOf, desksOf, inProgress, inQueue, stepsOf } from './board-sums.ts';
import { en } from './board-texts.en.ts';
import { vi } from './board-texts.vi.ts';
import { DeskProblem } from './desk-problem.tsx';
import { follow } from './follow.ts';
import { queuesFor } from './queue-names.ts';
import { QueueNav } from './queue-nav.tsx';
import type { DeskPost } from './roles.ts';
import type { Go } from './use-address.ts';

const boardTexts = translator({ vi, en });
const useTexts = () => boardTexts(useLanguage());
const REFRESH_EVERY_MS = 60_000;

type Place = { readonly agency: string; readonly go: Go };
type To = Pick<DeskAddress, 'queue' | 'officer'>;

/** A way from a number to the list behind it. */
const Into = ({ place: { agency, go }, to, children }: { readonly place: Place; readonly to: To; readonly children: preact.ComponentChildren }) => {
  const address = { ...noFilter, agency, search: '', dossier: undefined, board: undefined, ...to };
  return <a href={`${location.pathname}${writeAddress(address)}`} onClick={follow(() => { go(address); })}>{children}</a>;
};

const KeyFigures = ({ board, place }: { readonly board: BoardView; readonly place: Place }) => {
  const t = useTexts();
  const { dueSoon, overdue, inTerm } = inProgress(board);
  const figures: readonly (readonly [label: string, count: number, to: To | undefined, late?: boolean])[] = [
    [t('received'), board.months.at(-1)?.received ?? 0, undefined], [t('toAccept'), inQueue(board, 'to-accept'), { queue: 'to-accept' }],
    [t('inTerm'), inTerm, undefined], [t('dueSoon'), dueSoon, { queue: 'due-soon' }], [t('overdue'), overdue, { queue: 'overdue' }, overdue > 0],
    [t('paused'), inQueue(board, 'paused'), { queue: 'paused' }], [t('toHandOver'), inQueue(board, 'to-hand-over'), { queue: 'to-hand-over' }],
  ];
  return (
    <dl class="key-figures" aria-label={t('keyFigures')}>
      {figures.map(([label, count, to, late = false]) => (
        <div key={label} class={`key-figure${late ? ' key-figure-late' : ''}`}><dt>{label}</dt><dd>{to === undefined ? <span class="key-number">{count}</span> : <span class="key-number"><Into place={place} to={to}>{count}</Into></span>}</dd></div>
      ))}
    </dl>
  );
};

const termParts = (sum: { readonly inTerm: number; readonly dueSoon: number; readonly overdue: number }, t: ReturnType<typeof boardTexts>) => [
  { id: 'in-term', label: t('inTerm'), value: sum.inTerm, text: String(sum.inTerm), shade: 'plain' as const },
  { id: 'due-soon', label: t('dueSoon'), value: sum.dueSoon, text: String(sum.dueSoon), shade: 'strong' as const },
  { id: 'overdue', label: t('overdue'), value: sum.overdue, text: String(sum.overdue), shade: 'bad' as const },
];

/** Everything the charts say, line by line. */
const BoardTable = ({ groups }: { readonly groups: readonly BoardGroup[] }) => {
  const t = useTexts();
  const language = useLanguage();
  const numeric = (id: 'inTerm' | 'dueSoon' | 'overdue' | 'stepOverdue') => ({ id, label: t(id), numeric: true, cell: (group: BoardGroup) => group[id] });
  return (
    <Table compact caption={t('steps')} rows={groups} rowKey={({ status, officer, step }) => `${status} ${officer?.officerId ?? ''} ${step?.id ?? ''}`} columns={[
      { id: 'status', label: t('status'), cell: ({ status }) => statusName(status, language) }, { id: 'officer', label: t('officer'), cell: ({ officer }) => officer?.name ?? '–' }, { id: 'step', label: t('step'), cell: ({ step }) => step?.name[language] ?? '–' },
      numeric('inTerm'), numeric('dueSoon'), numeric('overdue'), numeric('stepOverdue'), { id: 'sum', label: t('sum'), numeric: true, cell: ({ inTerm, dueSoon, overdue }) => inTerm + dueSoon + overdue },
    ]} />
  );
};

const Desks = ({ board, place }: { readonly board: BoardView; readonly place: Place }) => {
  const t = useTexts();
  const desks = desksOf(board);
  const most = Math.max(1, ...desks.map(({ all }) => all));
  return (
    <ol class="board-desks">
      {desks.map((desk) => {
        const { officer } = desk;
        const to: To = officer === undefined ? { queue: 'to-take' } : { queue: 'processing', officer: officer.officerId };
        const late: To = officer === undefined ? { queue: 'overdue' } : { queue: 'overdue', officer: officer.officerId };
        let at = 0;
        return (
          <li key={officer?.officerId ?? ''}>
            <span class="board-name"><Into place={place} to={to}>{officer?.name ?? t('unassigned')}</Into></span>
            <span class="board-bar"><svg width="100%" height="18" aria-hidden="true" focusable="false">{termParts(desk, t).map(({ id, value, shade }) => {
              const from = at;
              at += value;
              return <rect key={id} class={`fill-${shade}`} x={`${(from / most) * 100}%`} width={`${(value / most) * 100}%`} height="100%" />;
            })}</svg></span>
            <span class="board-counts small">{desk.overdue === 0 ? t('counts', desk) : <Into place={place} to={late}>{t('counts', desk)}</Into>}</span>
          </li>
        );
      })}
    </ol>
  );
};

const Months = ({ months }: Pick<BoardView, 'months'>) => {
  const t = useTexts();
  const language = useLanguage();
  return <>{months.toReversed().map(({ month, received, released, early, onTime, late }) => {
    const name = t('month', { month: Number(month.slice(5)), year: Number(month.slice(0, 4)) });
    const share = shareText(early + onTime, early + onTime + late, language);
    const parts = [{ id: 'early', label: t('early'), value: early, text: String(early), shade: 'strong' as const }, { id: 'on-time', label: t('onTime'), value: onTime, text: String(onTime), shade: 'plain' as const }, { id: 'late', label: t('late'), value: late, text: String(late), shade: 'bad' as const }];
    return (
      <section key={month}>
        <h2>{share === undefined ? t('keptNone', { month: name }) : t('kept', { month: name, share })}</h2>
        <p class="small">{t('releasedOf', { released, received })}</p>
        {share !== undefined && <PartsBar parts={parts} />}
      </section>
    );
  })}</>;
};

const Shown = ({ board, place }: { readonly board: BoardView; readonly place: Place }) => {
  const t = useTexts();
  const language = useLanguage();
  const sum = inProgress(board);
  const bySteps = stepsOf(board).map(({ step, all, stepOverdue }) => ({ id: step?.id ?? '', label: step?.name[language] ?? t('noStep'), value: all, text: String(all), ...(stepOverdue === 0 ? {} : { aside: t('stepLate', { count: stepOverdue }) }) }));
  const byStatus = [...Map.groupBy(board.groups, ({ status }) => status)].map(([status, groups]) => ({ id: String(status), label: statusName(status, language), value: groups.reduce((all, one) => all + one.inTerm + one.dueSoon + one.overdue, 0) }));
  return (
    <>
      <KeyFigures board={board} place={place} />
      <p class="small">{t('soonNote', { time: momentText(board.dueSoonUntil, language) })}</p>
      <section aria-labelledby="trong-han"><h2 id="trong-han">{t('term', sum)}</h2><PartsBar parts={termParts(sum, t)} /></section>
      {sum.all > 0 && <section aria-labelledby="theo-can-bo"><h2 id="theo-can-bo">{t('desks')}</h2><Desks board={board} place={place} /></section>}
      {sum.all > 0 && <section aria-labelledby="theo-buoc"><h2 id="theo-buoc">{t('bySteps')}</h2><Bars rows={bySteps} /></section>}
      <ChartFigure id="theo-trang-thai" title={t('byStatus')} toggle={t('asTable')} table={<BoardTable groups={board.groups} />}><Bars rows={byStatus.map((row) => ({ ...row, text: String(row.value) }))} /></ChartFigure>
      <Months months={board.months} />
    </>
  );
};

/** The board of an agency, read again each minute while the page is seen; every number leads to the list behind it. */
export const Board = ({ post, address, go }: { readonly post: DeskPost; readonly address: DeskAddress; readonly go: Go }) => {
  const t = useTexts();
  const language = useLanguage();
  const [board, setBoard] = useState<BoardView>();
  const [problem, setProblem] = useState<ProblemBody>();
  const { agency } = post;
  const read = useCallback(async (): Promise<void> => {
    const answer = await call('getBoard', { params: { agencyCode: agency } });
    if (answer.ok) setBoard(answer.body);
    setProblem(answer.ok ? undefined : answer.problem);
  }, [agency]);
  useEffect(() => {
    setBoard(undefined);
    void read();
    const timer = setInterval(() => { if (document.visibilityState === 'visible') void read(); }, REFRESH_EVERY_MS);
    return () => { clearInterval(timer); };
  }, [read]);
  const here = board?.agency === agency ? board : undefined;
  return (
    <div class="desk">
      <QueueNav queues={queuesFor(post.roles)} address={address} queue={undefined} counts={here === undefined ? {} : countsOf(here)} go={go} withBoard />
      <main id="main" class="board" tabIndex={-1}>
        <h1 class="list-title">{t('board')}</h1>
        {here !== undefined && <p class="small" role="status">{t('asOf', { time: momentText(here.asOf, language) })}</p>}
        {problem !== undefined && <DeskProblem problem={problem} onRetry={() => { void read(); }} />}
        {here === undefined && problem === undefined && <Skeleton lines={10} />}
        {here?.groups.length === 0 && <div class="empty"><p class="empty-title">{t('none')}</p><p class="small">{t('noneText')}</p></div>}
        {here !== undefined && (here.groups.length > 0 || here.months.length > 0) && <Shown board={here} place={{ agency, go }} />}
      </main>
    </div>
  );
};
