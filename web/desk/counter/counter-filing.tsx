import { useEffect, useRef, useState } from 'preact/hooks';
import type { CounterFiling as Filing } from '../../../shared/contracts/counter-filing.ts';
import type { DeskDossierView } from '../../../shared/contracts/dossier.ts';
import type { ProblemBody } from '../../../shared/contracts/problems.ts';
import { call, newRequestKey } from '../../client/client.ts';
import { Button } from '../../components/button.tsx';
import { ErrorSummary } from '../../components/error-summary.tsx';
import type { FormError } from '../../components/error-summary.tsx';
import { SelectField, TextField } from '../../components/field.tsx';
import { useLanguage } from '../../components/language.ts';
import { counterText } from '../../messages/counter.ts';
import { QuestionField } from '../../portal/apply/question-field.tsx';
import { DeskProblem } from '../desk-problem.tsx';
import { useDraft } from '../draft.ts';
import { readProcedure, useAgencies, useProcedure, useProcedureNames } from '../reference-data.ts';
import type { TaskProps } from '../tasks.tsx';
import { ApplicantPart } from './applicant-part.tsx';
import { agencyIn, caseOf, directCases, emptyDraft, faultsOf, faultsOfAnswer, procedureIn, requestOf, withApplicant } from './counter-draft.ts';
import type { CounterDraft } from './counter-draft.ts';
import { FiledNote } from './filed-note.tsx';
import { PapersPart } from './papers-part.tsx';

const read = (text: string, agency: string): CounterDraft => {
  try { return { ...emptyDraft(agency), ...(text === '' ? {} : JSON.parse(text) as Partial<CounterDraft>) }; } catch { return emptyDraft(agency); }
};

/** Files for the person at the desk: one page, kept in this tab until it is filed. */
const CounterFiling = ({ agency, onOpen, onBack, onFiled }: TaskProps) => {
  const language = useLanguage();
  const t = counterText(language);
  const [text, setText] = useDraft(`nop-tai-quay:${agency}`);
  const latest = useRef(text);
  latest.current = text;
  const draft = read(text, agency);
  const procedures = useProcedureNames();
  const agencies = useAgencies();
  const chosenCode = procedureIn(draft.procedure);
  const procedure = useProcedure(chosenCode);
  const [errors, setErrors] = useState<readonly FormError[]>([]);
  const [attempt, setAttempt] = useState(0);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ProblemBody>();
  const [filed, setFiled] = useState<DeskDossierView>();
  const sent = useRef<{ readonly body: string; readonly key: string } | undefined>(undefined);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => { title.current?.focus(); }, []);
  const change = (how: (now: CounterDraft) => Partial<CounterDraft>): void => { const now = read(latest.current, agency); latest.current = JSON.stringify({ ...now, ...how(now) }); setText(latest.current); };
  const set = (part: Partial<CounterDraft>): void => { change(() => part); };
  const errorOf = (field: string): string | undefined => errors.find((error) => error.field === field)?.text;
  const chosen = procedure === undefined ? undefined : caseOf(procedure, draft);
  const cases = procedure === undefined ? [] : directCases(procedure);
  const here = agencyIn(draft.agency) === agency;
  const receiver = agencies.find(({ code }) => code === draft.agency);

  /** The same content keeps its key, so that a lost answer files nothing twice. */
  const keyOf = (body: Filing): string => {
    const content = JSON.stringify(body);
    if (sent.current?.body !== content) sent.current = { body: content, key: newRequestKey() };
    return sent.current.key;
  };
  const send = async (event: Event): Promise<void> => {
    event.preventDefault();
    setProblem(undefined);
    setBusy(true);
    // chosen, and perhaps still on its way: not yet something to complain of
    const filedFor = procedure ?? (chosenCode === undefined ? undefined : await readProcedure(chosenCode));
    const found = faultsOf(draft, filedFor, language);
    setErrors(found);
    setAttempt(attempt + 1);
    if (found.length > 0 || filedFor === undefined) { setBusy(false); return; }
    const body = requestOf(draft, filedFor);
    const answer = await call('fileAtCounter', { params: { agencyCode: agency }, body, key: keyOf(body) });
    setBusy(false);
    if (answer.ok) { setText(''); setFiled(answer.body); onFiled(); return; }
    const placed = faultsOfAnswer(answer.problem, body, language);
    setErrors(placed);
    setAttempt(attempt + 2);
    if (placed.length === 0) setProblem(answer.problem);
  };
  const head = <div class="counter-head"><h1 ref={title} tabIndex={-1}>{t('title')}</h1><Button kind="quiet" onClick={onBack}>{t('back')}</Button></div>;
  if (filed !== undefined) return <div class="counter">{head}<FiledNote view={filed} onOpen={onOpen} onNext={() => { setFiled(undefined); }} /></div>;
  return (
    <form class="counter" noValidate onSubmit={(event) => { void send(event); }}>
      {head}
      <p>{t('intro')}</p>
      <ErrorSummary errors={errors} attempt={attempt} />
      {problem !== undefined && <DeskProblem problem={problem} />}
      <section class="counter-part" aria-labelledby="quay-viec">
        <h2 id="quay-viec">{t('whatPart')}</h2>
        <TextField id="quay-thu-tuc" label={t('procedure')} hint={t('procedureHint')} value={draft.procedure} onValue={(typed) => { set({ procedure: typed }); }} error={errorOf('quay-thu-tuc')} attributes={{ list: 'quay-cac-thu-tuc', autocomplete: 'off' }} />
        <datalist id="quay-cac-thu-tuc">{procedures.map(({ code, name }) => <option key={code} value={`${code} ${name[language]}`} />)}</datalist>
        {procedure !== undefined && cases.length === 0 && <p role="status">{t('notDirect')}</p>}
        {cases.length > 1 && <SelectField id="quay-truong-hop" label={t('case')} placeholder="–" value={draft.caseId} onValue={(caseId) => { set({ caseId }); }} error={errorOf('quay-truong-hop')} options={cases.map(({ id, name }) => ({ value: id, label: name[language] }))} />}
        <TextField id="quay-co-quan" label={t('agency')} hint={t('agencyHint')} value={receiver === undefined ? draft.agency : `${receiver.code} ${receiver.name}`} onValue={(typed) => { set({ agency: typed }); }} error={errorOf('quay-co-quan')} attributes={{ list: 'quay-cac-co-quan', autocomplete: 'off' }} />
        <datalist id="quay-cac-co-quan">{agencies.map(({ code, name }) => <option key={code} value={`${code} ${name}`} />)}</datalist>
      </section>
      <ApplicantPart draft={draft} set={(part) => { change((now) => withApplicant(now, part)); }} errorOf={errorOf} />
      {procedure !== undefined && (
        <section class="counter-part" aria-labelledby="quay-noi-dung">
          <h2 id="quay-noi-dung">{t('answersPart')}</h2>
          {procedure.form.flatMap(({ questions }) => questions).map((question) => (
            <QuestionField key={question.id} question={question} value={draft.answers[question.id] ?? ''} error={errorOf(question.id)} onValue={(value) => { change((now) => ({ answers: { ...now.answers, [question.id]: value } })); }} />
          ))}
        </section>
      )}
      <PapersPart papers={chosen?.papers ?? []} draft={draft} set={change} errorOf={errorOf} />
      <div class="button-row"><Button type="submit" disabled={busy}>{busy ? t('sending') : here ? t('send') : t('sendElsewhere')}</Button><span class="small">{t('kept')}</span></div>
    </form>
  );
};
export default CounterFiling;
