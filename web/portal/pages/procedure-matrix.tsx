import type { ComponentChildren } from 'preact';
import type { CaseChannel, ProcedureCase, ProcedureView } from '../../../shared/contracts/procedure.ts';
import { useCommon, useLanguage } from '../../components/language.ts';
import { Table } from '../../components/table.tsx';
import { procedureText } from '../../messages/procedure.ts';

export const channelOrder = ['online', 'direct', 'post'] as const;

/** The number of a note, leading to it. */
const NoteMark = ({ number }: { readonly number: number }) => {
  const t = procedureText(useLanguage());
  return <sup><a href={`#ghi-chu-${number}`} aria-label={t('note', { number })}>{number}</a></sup>;
};

/** `text` where only a part is assumed. */
export const AssumedMark = ({ text }: { readonly text?: string }) => {
  const t = procedureText(useLanguage());
  return <span class="mark-assumed">{text ?? t('assumed')}</span>;
};

type Notes = ReadonlyMap<string, number>;

/** What we assumed of these readings, and the notes on them. */
const Marks = ({ readings, notes }: { readonly readings: readonly CaseChannel[]; readonly notes: Notes }) => {
  const language = useLanguage();
  const words = useCommon();
  const t = procedureText(language);
  const assumed = readings.filter(({ reading }) => reading === 'assumed');
  const numbers = new Set(readings.flatMap(({ note }) => (note === undefined ? [] : notes.get(note[language]) ?? [])));
  const channels = new Set(assumed.map(({ channel }) => words(channel).toLowerCase()));
  const everyChannel = channels.size === new Set(readings.map(({ channel }) => channel)).size;
  const part = everyChannel ? t('assumedPartly') : t('assumedFor', { channels: [...channels].join(', ') });
  return <>{assumed.length > 0 && <>{' '}{assumed.length === readings.length ? <AssumedMark /> : <AssumedMark text={part} />}</>}{[...numbers].map((number) => <NoteMark key={number} number={number} />)}</>;
};

type MatrixProps = {
  readonly procedure: Pick<ProcedureView, 'cases'>; readonly caption: string; readonly notes: Notes;
  /** the value in words: equal words are said once */
  readonly text: (reading: CaseChannel) => string;
  readonly value: (reading: CaseChannel) => ComponentChildren;
};

/**
 * One value for every case (rows) and channel (columns), with the marks of what we assumed. What is the same for every
 * channel, or for every case too, is said once and says so.
 */
export const CaseChannelMatrix = ({ procedure: { cases }, caption, notes, text, value }: MatrixProps) => {
  const language = useLanguage();
  const words = useCommon();
  const t = procedureText(language);
  const channels = channelOrder.filter((channel) => cases.some((one) => one.channels.some((reading) => reading.channel === channel)));
  const texts = (readings: readonly CaseChannel[]): number => new Set(readings.map(text)).size;
  const everywhere = cases.every((one) => one.channels.length === channels.length);
  const readings = cases.flatMap((one) => one.channels);
  const [first] = readings;
  if (first !== undefined && everywhere && texts(readings) === 1) {
    const names = cases.map(({ name }) => name[language]).join('; ');
    const scope = cases.length > 1 ? t('everyCase', { cases: names }) : channels.length > 1 ? t('everyChannel') : words(first.channel);
    return <div class="plain-answer">{value(first)}<p class="small">{scope}<Marks readings={readings} notes={notes} /></p></div>;
  }
  const sameByCase = everywhere && cases.every((one) => texts(one.channels) === 1);
  const cell = (found: readonly CaseChannel[]) => found[0] === undefined ? <span class="small">{t('notOffered')}</span> : <>{value(found[0])}<Marks readings={found} notes={notes} /></>;
  const ofCase = { id: 'case', label: t('caseColumn'), cell: (one: ProcedureCase) => one.name[language] };
  const columns = sameByCase
    ? [{ id: 'every', label: channels.length === 1 ? words(channels[0] ?? 'direct') : t('everyChannel'), cell: (one: ProcedureCase) => cell(one.channels) }]
    : channels.map((channel) => ({ id: channel, label: words(channel), cell: (one: ProcedureCase) => cell(one.channels.filter((reading) => reading.channel === channel)) }));
  return <Table caption={caption} captionHidden rows={cases} rowKey={({ id }) => id} columns={[ofCase, ...columns]} />;
};
