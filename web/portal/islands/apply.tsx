import { localDate } from '../../../shared/kernel/vietnam-time.ts';
import { useEffect, useState } from 'preact/hooks';
import type { Agency } from '../../../shared/contracts/agency.ts';
import type { ProblemBody } from '../../../shared/contracts/problems.ts';
import type { ProcedureView } from '../../../shared/contracts/procedure.ts';
import { call } from '../../client/client.ts';
import { Button } from '../../components/button.tsx';
import { LanguageContext, pageLanguage } from '../../components/language.ts';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { addresses, inLanguage, procedurePath } from '../../format/addresses.ts';
import { applyText } from '../../messages/apply.ts';
import { ApplyForm } from '../apply/apply-form.tsx';
import { type Draft, emptyDraft, loadDraft } from '../apply/draft.ts';
import { onlineCases } from '../apply/form-pages.ts';
import { receiversOf } from '../pages/receivers.ts';
import { drawOver, start } from './start.ts';

const language = pageLanguage();
const t = applyText(language);
const query = new URLSearchParams(location.search);

/** The draft of this device brought to the published version, with what the address or the catalogue already decides. */
const beginning = (procedure: ProcedureView, agencies: readonly Agency[]): Draft => {
  const kept = loadDraft(procedure.code);
  const draft = kept ?? emptyDraft(procedure.code, procedure.name[language], procedure.version);
  const cases = onlineCases(procedure);
  const receivers = receiversOf(procedure, agencies);
  const wished = query.get('truong-hop') ?? '';
  const caseId = cases.some(({ id }) => id === draft.caseId) ? draft.caseId : cases.length === 1 ? cases[0]?.id ?? '' : cases.find(({ id }) => id === wished)?.id ?? '';
  const agency = receivers.some(({ code }) => code === draft.agency) ? draft.agency : receivers.length === 1 ? receivers[0]?.code ?? '' : '';
  return { ...draft, version: procedure.version, caseId, agency };
};

type Loaded = { readonly procedure: ProcedureView; readonly agencies: readonly Agency[]; readonly initial: Draft; readonly resumed: 'new' | 'resumed' | 'older-version' };

const Instead = ({ title, text, href, link }: { readonly title: string; readonly text: string; readonly href: string; readonly link: string }) => (
  <div class="form"><h1>{title}</h1><p class="lead">{text}</p><p class="button-row"><Button href={href}>{link}</Button></p></div>
);

const Apply = ({ code }: { readonly code: string }) => {
  const [loaded, setLoaded] = useState<Loaded>();
  const [problem, setProblem] = useState<ProblemBody>();
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    setProblem(undefined);
    void Promise.all([call('getProcedure', { params: { procedureCode: code } }), call('listAgencies', { query: { on: localDate(new Date()) } })]).then(([procedure, agencies]) => {
      if (!procedure.ok) { setProblem(procedure.problem); return; }
      if (!agencies.ok) { setProblem(agencies.problem); return; }
      const kept = loadDraft(code);
      document.title = t('titleOf', { name: procedure.body.name[language] });
      setLoaded({ procedure: procedure.body, agencies: agencies.body.items, initial: beginning(procedure.body, agencies.body.items), resumed: kept === undefined ? 'new' : kept.version === procedure.body.version ? 'resumed' : 'older-version' });
    });
  }, [code, attempt]);
  if (problem !== undefined) return <div class="form"><h1>{t('title')}</h1><ProblemNotice problem={problem} onRetry={() => { setAttempt(attempt + 1); }} /></div>;
  if (loaded === undefined) return <div class="form"><h1>{t('title')}</h1><Skeleton lines={8} /></div>;
  const { procedure } = loaded;
  if (!procedure.acceptsOnline || procedure.status !== 'open' || onlineCases(procedure).length === 0) {
    return <Instead title={t('notOnlineTitle')} text={t('notOnlineText')} href={inLanguage(procedurePath(code), language)} link={t('toProcedure')} />;
  }
  return <ApplyForm {...loaded} />;
};

start({ asks: true });
const code = query.get('thu-tuc') ?? '';
drawOver('nop-ho-so', (
  <LanguageContext.Provider value={language}>
    {code === '' ? <Instead title={t('noProcedure')} text={t('noProcedureText')} href={inLanguage(addresses.procedures, language)} link={t('findProcedure')} /> : <Apply code={code} />}
  </LanguageContext.Provider>
));
