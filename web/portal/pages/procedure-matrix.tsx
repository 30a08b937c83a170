import type { ComponentChildren } from 'preact';
import type { CaseChannel, ProcedureView } from '../../../shared/contracts/procedure.ts';
import { Table } from '../../components/table.tsx';
import { useCommon, useLanguage } from '../../components/language.ts';
import { procedureText } from '../../messages/procedure.ts';

export const channelOrder = ['online', 'direct', 'post'] as const;

/** The number of a note, leading to it. */
const NoteMark = ({ number }: { readonly number: number | undefined }) => {
  const t = procedureText(useLanguage());
  if (number === undefined) return null;
  return <sup><a href={`#ghi-chu-${number}`} aria-label={t('note', { number })}>{number}</a></sup>;
};

export const AssumedMark = () => <span class="mark-assumed">{procedureText(useLanguage())('assumed')}</span>;

type MatrixProps = {
  readonly procedure: Pick<ProcedureView, 'cases'>; readonly caption: string; readonly notes: ReadonlyMap<string, number>;
  readonly value: (reading: CaseChannel) => ComponentChildren;
};

/** One value for every case (rows) and channel (columns), with the marks of what we assumed. One case and channel is said plainly, without a table. */
export const CaseChannelMatrix = ({ procedure, caption, notes, value }: MatrixProps) => {
  const language = useLanguage();
  const words = useCommon();
  const t = procedureText(language);
  const channels = channelOrder.filter((channel) => procedure.cases.some((one) => one.channels.some((reading) => reading.channel === channel)));
  const cell = (reading: CaseChannel | undefined) => reading === undefined ? <span class="small">{t('notOffered')}</span> : (
    <>
      {value(reading)}
      {reading.reading === 'assumed' && <AssumedMark />}
      <NoteMark number={reading.note === undefined ? undefined : notes.get(reading.note[language])} />
    </>
  );
  const [only] = procedure.cases;
  if (procedure.cases.length === 1 && channels.length === 1 && only !== undefined) return <p class="plain-answer">{cell(only.channels[0])}</p>;
  return (
    <Table caption={caption} captionHidden rows={procedure.cases} rowKey={({ id }) => id} columns={[
      { id: 'case', label: t('caseColumn'), cell: (one) => one.name[language] },
      ...channels.map((channel) => ({ id: channel, label: words(channel), cell: (one: ProcedureView['cases'][number]) => cell(one.channels.find((reading) => reading.channel === channel)) })),
    ]} />
  );
};
