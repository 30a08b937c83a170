import { useEffect, useState } from 'preact/hooks';
import type { DossierView } from '../../../shared/contracts/dossier.ts';
import type { ProblemBody } from '../../../shared/contracts/problems.ts';
import type { ProcedureView } from '../../../shared/contracts/procedure.ts';
import { call } from '../../client/client.ts';
import { Button } from '../../components/button.tsx';
import { useFormText } from '../../components/form-text.ts';
import { useCommon, useLanguage } from '../../components/language.ts';
import { Notice } from '../../components/notice.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { addresses, inLanguage, trackPath, verifyPath } from '../../format/addresses.ts';
import { momentText, shortDayText } from '../../format/dates.ts';
import { dossierText } from '../../messages/dossier.ts';
import { mineText } from '../../messages/mine.ts';
import { ownActText } from '../../messages/own-act.ts';
import { DossierProgress } from './dossier-progress.tsx';
import { MatterNotices } from './matter-notices.tsx';
import { PaymentPanel } from './payment-panel.tsx';
import { SupplementForm, openRound } from './supplement-form.tsx';
import { Withdraw, type OwnActProps } from './withdraw.tsx';

/** A file by a short-lived link, asked for when it is wanted. */
const FileLine = ({ dossierId, fileId, name, note, onScreen = false }: { readonly dossierId: string; readonly fileId: string; readonly name: string; readonly note: string; /** what it says is kept with it */ readonly onScreen?: boolean }) => {
  const language = useLanguage();
  const t = mineText(language);
  const act = useFormText();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ProblemBody>();
  const fetchFile = async () => {
    setBusy(true);
    setProblem(undefined);
    const answer = await call('getMyFile', { params: { dossierId, fileId } });
    setBusy(false);
    if (answer.ok) location.assign(answer.body.url); else setProblem(answer.problem);
  };
  const readHere = async (): Promise<void> => {
    const { showIssuedForm } = await import('../../components/issued-form-dialog.tsx');
    showIssuedForm({ name, language, read: () => call('getMyForm', { params: { dossierId, documentId: fileId } }) });
  };
  return (
    <li class="file">
      <span class="file-name">{name} <span class="small">{note}</span></span>
      <span class="file-acts">{onScreen && <Button kind="quiet" small aria-label={t('readOf', { name })} onClick={() => { void readHere(); }}>{t('read')}</Button>}<Button kind="secondary" small disabled={busy} aria-label={busy ? undefined : t('downloadOf', { name })} onClick={() => { void fetchFile(); }}>{busy ? t('downloading') : act('download')}</Button></span>
      {problem !== undefined && <ProblemNotice problem={problem} />}
    </li>
  );
};

/** The answers under the words of their questions, as long as the procedure can be read. */
const Answers = ({ dossier }: { readonly dossier: DossierView }) => {
  const language = useLanguage();
  const t = mineText(language);
  const [procedure, setProcedure] = useState<ProcedureView | 'unread'>();
  useEffect(() => { void call('getProcedure', { params: { procedureCode: dossier.procedure.code } }).then((answer) => { setProcedure(answer.ok ? answer.body : 'unread'); }); }, [dossier.procedure.code]);
  if (procedure === undefined) return <Skeleton lines={6} />;
  const questions = new Map(procedure === 'unread' ? [] : procedure.form.flatMap((page) => page.questions.map((question) => [question.id, question] as const)));
  return (
    <section aria-labelledby="noi-dung"><h2 id="noi-dung">{t('answers')}</h2>
      <dl class="govuk-summary-list">
        {Object.entries(dossier.answers).map(([id, answer]) => (
          <div class="govuk-summary-list__row" key={id}><dt class="govuk-summary-list__key">{questions.get(id)?.label[language] ?? id}</dt>
            <dd class="govuk-summary-list__value">{questions.get(id)?.options?.find(({ value }) => value === answer)?.label[language] ?? (/^\d{4}-\d{2}-\d{2}$/.test(answer) ? shortDayText(answer, language) : answer)}</dd></div>
        ))}
      </dl>
    </section>
  );
};

/** Why the dossier stands where it stands, under words that fit the status. */
const Reason = ({ dossier: { reason, state } }: { readonly dossier: DossierView }) => {
  const t = ownActText(useLanguage());
  // what is asked for stands in its own form, and what is owed in its own panel, with their reasons
  if (reason === undefined || [5, 6].includes(state.business)) return null;
  return <Notice kind={state.business === 3 ? 'danger' : 'info'} title={t(state.business === 7 ? 'reasonWithdrawn' : state.business === 8 ? 'reasonStopped' : 'reasonRefused')}><p class="typed">{reason}</p></Notice>;
};

const Dossier = ({ dossier, ...then }: OwnActProps) => {
  const language = useLanguage();
  const words = useCommon();
  const t = mineText(language);
  const { dossierId, documents, attachments, supplements } = dossier;
  const round = openRound(dossier);
  const own = ownActText(language);
  return (
    <>
      <Reason dossier={dossier} />
      <MatterNotices dossier={dossier} />
      <PaymentPanel dossier={dossier} />
      {round !== undefined && dossier.ownActs.includes('answer-supplement') && <SupplementForm key={round.round} dossier={dossier} round={round} {...then} />}
      <DossierProgress dossier={dossier}>
        <p><a href={inLanguage(trackPath(dossier.trackingCode), language)}>{t('mineTrack')}</a></p>
        <p><a href={inLanguage(verifyPath(dossier.trackingCode), language)}>{dossierText(language)('verifyLink')}</a></p>
      </DossierProgress>
      <section aria-labelledby="giay-to-co-quan"><h2 id="giay-to-co-quan">{t('documents')}</h2>
        {documents.length === 0 ? <p>{t('documentsNone')}</p>
          : <ul class="files">{documents.map((one) => <FileLine key={one.documentId} dossierId={dossierId} fileId={one.documentId} name={one.name[language]} onScreen={one.onScreen === true} note={[momentText(one.issuedAt, language), ...(one.replacedAt === undefined ? [] : [own('replaced')])].join(' · ')} />)}</ul>}
      </section>
      <section aria-labelledby="giay-to-nop"><h2 id="giay-to-nop">{t('attachments')}</h2>
        {attachments.length === 0 ? <p>{t('attachmentsNone')}</p>
          : <ul class="files">
              {attachments.map((one) => <FileLine key={one.uploadId} dossierId={dossierId} fileId={one.uploadId} name={one.fileName} note="" />)}
              {supplements.flatMap((each) => each.items.flatMap((item) => item.files.map((one) => <FileLine key={one.uploadId} dossierId={dossierId} fileId={one.uploadId} name={one.fileName} note={item.what} />)))}
            </ul>}
      </section>
      <Answers dossier={dossier} />
      {dossier.ownActs.includes('withdraw') && <Withdraw dossier={dossier} {...then} />}
      <p class="button-row no-print"><Button kind="secondary" onClick={() => { print(); }}>{words('print')}</Button></p>
    </>
  );
};

/** One own dossier: progress first, then documents, papers and what was stated. */
export const MyDossier = ({ dossierId }: { readonly dossierId: string }) => {
  const language = useLanguage();
  const t = mineText(language);
  const [dossier, setDossier] = useState<DossierView>();
  const [problem, setProblem] = useState<ProblemBody>();
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    setProblem(undefined);
    void call('getMyDossier', { params: { dossierId } }).then((answer) => { if (answer.ok) setDossier(answer.body); else setProblem(answer.problem); });
  }, [dossierId, attempt]);
  return (
    <>
      <p><a class="govuk-back-link" href={inLanguage(addresses.mine, language)}>{t('mineBack')}</a></p>
      {problem !== undefined && <ProblemNotice problem={problem} onRetry={() => { setAttempt(attempt + 1); }} />}
      {dossier === undefined ? problem === undefined && <Skeleton lines={8} /> : <Dossier dossier={dossier} onChanged={(changed) => { setDossier(changed); scrollTo({ top: 0 }); }} onStale={() => { setAttempt(attempt + 1); }} />}
    </>
  );
};
