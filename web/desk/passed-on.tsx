import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { PassedOnRow } from '../../shared/contracts/desk-queues.ts';
import type { ProblemBody } from '../../shared/contracts/problems.ts';
import { verdictNames } from '../../shared/contracts/register-table.ts';
import { call } from '../client/client.ts';
import { Button } from '../components/button.tsx';
import { useLanguage } from '../components/language.ts';
import { Skeleton } from '../components/skeleton.tsx';
import { Table } from '../components/table.tsx';
import { shortDayText, timeText } from '../format/dates.ts';
import { statusName } from '../format/status.ts';
import { translator } from '../messages/translator.ts';
import { DeskProblem } from './desk-problem.tsx';
import { en } from './passed-on.en.ts';
import { vi } from './passed-on.vi.ts';
import type { TaskProps } from './tasks.tsx';

const texts = translator({ vi, en });

/** What the agency passed on to others, where it lies now and when it is due: to be followed to its end. */
const PassedOn = ({ agency, onOpen, onBack }: TaskProps) => {
  const language = useLanguage();
  const t = texts(language);
  const [rows, setRows] = useState<readonly PassedOnRow[]>();
  const [cursor, setCursor] = useState<string>();
  const [problem, setProblem] = useState<ProblemBody>();
  const title = useRef<HTMLHeadingElement>(null);
  const read = async (from: string | undefined): Promise<void> => {
    setProblem(undefined);
    const answer = await call('listPassedOn', { params: { agencyCode: agency }, query: from === undefined ? {} : { cursor: from } });
    if (!answer.ok) { setProblem(answer.problem); return; }
    setRows((before = []) => [...from === undefined ? [] : before, ...answer.body.items]);
    setCursor(answer.body.cursor);
  };
  useLayoutEffect(() => { title.current?.focus(); void read(undefined); }, [agency]);
  const at = (instant: string): string => `${timeText(instant)} ${shortDayText(instant, language)}`;
  return (
    <>
      <div class="counter-head"><h1 tabIndex={-1} ref={title}>{t('title')}</h1><Button kind="quiet" onClick={onBack}>{t('back')}</Button></div>
      <p class="small">{t('lead')}</p>
      {problem !== undefined && <DeskProblem problem={problem} onRetry={() => { void read(cursor); }} />}
      {rows === undefined && problem === undefined && <Skeleton lines={6} />}
      {rows?.length === 0 && cursor === undefined && <div class="empty"><p class="empty-title">{t('empty')}</p><p class="small">{t('emptyText')}</p></div>}
      {rows !== undefined && rows.length > 0 && (
        <Table caption={t('title')} captionHidden compact={false} rows={rows} rowKey={({ dossierId }) => dossierId} columns={[
          { id: 'number', label: t('number'), cell: ({ dossierId, number, trackingCode }) => <Button kind="quiet" small onClick={() => { onOpen(dossierId); }}><span class="code">{number ?? trackingCode}</span></Button> },
          { id: 'applicant', label: t('applicant'), cell: ({ applicantName }) => applicantName },
          { id: 'procedure', label: t('procedure'), cell: ({ procedure }) => procedure.name[language] },
          { id: 'to', label: t('to'), cell: ({ to }) => to },
          { id: 'transferredAt', label: t('transferredAt'), cell: ({ transferredAt }) => at(transferredAt) },
          { id: 'status', label: t('status'), cell: ({ status, verdict }) => <>{statusName(status, language)}{verdict !== undefined && `, ${verdictNames[verdict][language].toLocaleLowerCase(language)}`}</> },
          { id: 'dueAt', label: t('dueAt'), cell: ({ dueAt }) => (dueAt === undefined ? t('noDue') : at(dueAt)) },
        ]} />
      )}
      {cursor !== undefined && <p><Button kind="secondary" onClick={() => { void read(cursor); }}>{t('more')}</Button></p>}
    </>
  );
};

export default PassedOn;
