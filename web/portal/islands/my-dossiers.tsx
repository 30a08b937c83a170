import { useEffect, useState } from 'preact/hooks';
import type { ProblemBody } from '../../../shared/contracts/problems.ts';
import { call } from '../../client/client.ts';
import type { Answer } from '../../client/contract-types.ts';
import { Button } from '../../components/button.tsx';
import { punctualityText } from '../../components/clock-bar.tsx';
import { useLanguage } from '../../components/language.ts';
import { Notice } from '../../components/notice.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { addresses, inLanguage } from '../../format/addresses.ts';
import { dayText, momentText } from '../../format/dates.ts';
import { clockText } from '../../messages/clock.ts';
import { mineText } from '../../messages/mine.ts';

type Row = Answer<'listMyDossiers'>['items'][number];

const DossierCard = ({ row }: { readonly row: Row }) => {
  const language = useLanguage();
  const t = mineText(language);
  return (
    <li class="dossier-card">
      <a class="dossier-card-name" href={`?ho-so=${row.dossierId}`}>{row.procedure.name[language]}</a>
      <StatusTag status={row.state.business} />
      <p class="small">{row.number ?? row.trackingCode} · {row.agency.name}</p>
      <p class="small">{t('mineFiled', { at: momentText(row.submittedAt, language) })}{row.dueAt !== undefined && <> · {t('mineDue', { at: dayText(row.dueAt, language) })}</>}{row.punctuality !== undefined && <> ({punctualityText(row.punctuality, clockText(language))})</>}</p>
    </li>
  );
};

/** Every own dossier, newest first, page by page. */
export const MyDossiers = () => {
  const language = useLanguage();
  const t = mineText(language);
  const [rows, setRows] = useState<readonly Row[]>();
  const [cursor, setCursor] = useState<string>();
  const [problem, setProblem] = useState<ProblemBody>();
  const load = async (from?: string) => {
    setProblem(undefined);
    const answer = await call('listMyDossiers', { query: from === undefined ? {} : { cursor: from } });
    if (!answer.ok) { setProblem(answer.problem); return; }
    setRows((before) => [...(from === undefined ? [] : before ?? []), ...answer.body.items]);
    setCursor(answer.body.cursor);
  };
  useEffect(() => { void load(); }, []);
  return (
    <>
      {problem !== undefined && <ProblemNotice problem={problem} onRetry={() => { void load(cursor); }} />}
      {rows === undefined && problem === undefined && <Skeleton lines={6} />}
      {rows?.length === 0 && <Notice title={t('mineNone')}><p>{t('mineNoneText')}</p><p><a href={inLanguage(addresses.procedures, language)}>{t('mineFind')}</a></p></Notice>}
      {rows !== undefined && rows.length > 0 && <ul class="dossier-cards">{rows.map((row) => <DossierCard key={row.dossierId} row={row} />)}</ul>}
      {cursor !== undefined && <Button kind="secondary" onClick={() => { void load(cursor); }}>{t('mineMore')}</Button>}
    </>
  );
};
