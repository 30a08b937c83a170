import type { DeskDossierView } from '../../shared/contracts/dossier.ts';
import { useLanguage } from '../components/language.ts';
import { momentText, shortDayText, timeText } from '../format/dates.ts';
import type { Language } from '../messages/translator.ts';
import { Facts } from './facts.tsx';
import { FileLine } from './file-line.tsx';
import { sizeText } from './file-size.ts';
import { useTexts } from './messages.ts';
import { useProcedure } from './reference-data.ts';

type OfView = { readonly view: DeskDossierView };
type Procedure = ReturnType<typeof useProcedure>;

export const Applicant = ({ view: { applicant } }: OfView) => {
  const t = useTexts();
  return (
    <section class="dossier-section" aria-labelledby="nguoi-nop">
      <h3 id="nguoi-nop">{t('applicant')}</h3>
      <Facts facts={[
        { label: t('name'), value: applicant.name }, { label: t('nationalId'), value: applicant.nationalId },
        { label: t('phone'), value: applicant.phone === undefined ? undefined : <a href={`tel:${applicant.phone}`}>{applicant.phone}</a> },
        { label: t('email'), value: applicant.email === undefined ? undefined : <a href={`mailto:${applicant.email}`}>{applicant.email}</a> },
      ]} />
    </section>
  );
};

/** An answer in words: the label of a choice, a date as people write it. */
const answerText = (procedure: Procedure, id: string, value: string, language: Language): string => {
  const question = procedure?.form.flatMap(({ questions }) => questions).find((asked) => asked.id === id);
  if (question?.kind === 'choice') return question.options?.find((option) => option.value === value)?.label[language] ?? value;
  return question?.kind === 'date' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? shortDayText(value, language) : value;
};

export const Answers = ({ view }: OfView) => {
  const t = useTexts();
  const language = useLanguage();
  const procedure = useProcedure(view.procedure.code);
  const questions = procedure?.form.flatMap((page) => page.questions) ?? [];
  const order = (id: string): number => { const at = questions.findIndex((question) => question.id === id); return at < 0 ? questions.length : at; };
  const given = Object.entries(view.answers).filter(([, value]) => value !== '').toSorted(([a], [b]) => order(a) - order(b));
  return (
    <section class="dossier-section" aria-labelledby="noi-dung-khai">
      <h3 id="noi-dung-khai">{t('answers')}</h3>
      {given.length === 0 ? <p class="small">{t('noAnswers')}</p> : (
        <Facts facts={given.map(([id, value]) => ({ label: questions.find((question) => question.id === id)?.label[language] ?? id, value: answerText(procedure, id, value, language) }))} />
      )}
    </section>
  );
};

export const Papers = ({ view }: OfView) => {
  const t = useTexts();
  const language = useLanguage();
  const papers = useProcedure(view.procedure.code)?.cases.flatMap((of) => of.papers) ?? [];
  return (
    <section class="dossier-section" aria-labelledby="giay-to">
      <h3 id="giay-to">{t('papers')}</h3>
      {view.attachments.length === 0 ? <p class="small">{t('noPapers')}</p> : (
        <ul class="files">
          {view.attachments.map((file) => (
            <FileLine key={file.uploadId} dossierId={view.dossierId} fileId={file.uploadId} name={file.fileName} isImage={file.contentType !== 'application/pdf'}
              required={papers.find(({ id }) => id === file.paperId)?.name} detail={`${file.fileName}, ${sizeText(file.size, language)}`} />
          ))}
        </ul>
      )}
    </section>
  );
};

export const Documents = ({ view }: OfView) => {
  const t = useTexts();
  const language = useLanguage();
  const coming = [2, 3].includes(view.state.business) && view.documents.length === 0;
  if (view.documents.length === 0 && !coming) return null;
  return (
    <section class="dossier-section" aria-labelledby="giay-to-cap">
      <h3 id="giay-to-cap">{t('documents')}</h3>
      {coming && <p class="small" role="status">{t('documentComing')}</p>}
      <ul class="files">
        {view.documents.map((document) => (
          <FileLine key={document.documentId} dossierId={view.dossierId} fileId={document.documentId} name={document.name[language]} isImage={document.contentType !== 'application/pdf'} onScreen={document.onScreen === true}
            detail={[document.replacedAt === undefined ? undefined : t('replaced'), document.form, t('issuedAt', { time: `${timeText(document.issuedAt)} ${shortDayText(document.issuedAt, language)}` })].filter(Boolean).join(' · ')} />
        ))}
      </ul>
    </section>
  );
};

export const Reason = ({ view }: OfView) => {
  const t = useTexts();
  // what is asked for, and what is owed, stand in their own sections with their reasons
  return view.reason === undefined || [5, 6].includes(view.state.business) ? null : <section class="dossier-section" aria-labelledby="ly-do-tu-choi"><h3 id="ly-do-tu-choi">{t('reason')}</h3><p class="typed">{view.reason}</p></section>;
};

export const Summary = ({ view }: OfView) => {
  const t = useTexts();
  const language = useLanguage();
  return (
    <Facts facts={[
      { label: t('number'), value: view.number ?? t('noNumber') }, { label: t('trackingCode'), value: <span class="code">{view.trackingCode}</span> },
      { label: t('submittedAt'), value: momentText(view.submittedAt, language) }, { label: t('case'), value: view.caseName[language] },
      { label: t('extension'), value: view.extension === undefined ? undefined : t('extensionFrom', { due: momentText(view.extension.previousDueAt, language), reason: view.extension.reason }) },
      { label: t('receivedByAgency'), value: view.receivedBy?.name },
      { label: t('carriedOnBy'), value: view.successorAgency === undefined ? undefined : t('carriedOn', { ...view.successorAgency, from: shortDayText(view.successorAgency.from, language) }) },
      { label: t('recomputed'), value: view.recomputed === undefined ? undefined : t('recomputedFrom', { due: view.recomputed.previousDueAt === undefined ? t('recomputeNone') : momentText(view.recomputed.previousDueAt, language), reason: view.recomputed.reason }) },
      ...view.transfers.map((one) => ({ label: t('transfersTitle'), value: t('transferLine', { from: one.from.name, to: one.to.name, time: momentText(one.at, language), reason: one.reason }) })),
      ...view.corrections.map((one) => ({ label: t('correctResult'), value: t('correctionLine', { number: one.version - 1, time: momentText(one.at, language), reason: one.reason }) })),
      { label: t('officer'), value: view.officer?.name ?? t('nobodyYet') },
    ]} />
  );
};
