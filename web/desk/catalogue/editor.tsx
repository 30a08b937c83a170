import { useEffect, useState } from 'preact/hooks';
import { Button } from '../../components/button.tsx';
import { useLanguage } from '../../components/language.ts';
import { Notice } from '../../components/notice.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { shortDayText, timeText } from '../../format/dates.ts';
import { DeskProblem } from '../desk-problem.tsx';
import { CaseSection } from './case-section.tsx';
import { listAt, textAt } from './content.ts';
import { Differences } from './differences.tsx';
import { EditingContext, useCatalogueText } from './editing.tsx';
import { FormSection, LawSection, StepsSection, UnsettledSection } from './form-sections.tsx';
import { FaultList } from './fault-list.tsx';
import { GeneralSection } from './general-section.tsx';
import { HistoryView } from './history-view.tsx';
import { NationalSection } from './national-section.tsx';
import { LazyPreview } from './lazy-preview.tsx';
import { RemarkList } from './remark-list.tsx';
import { AskDialog, ReviewBar } from './review-bar.tsx';
import { useFile, type File, type WorkingFile } from './use-file.ts';

const tabs = ['edit', 'changes', 'preview', 'history'] as const;
type Tab = (typeof tabs)[number];

const sections = { general: GeneralSection, cases: CaseSection, national: NationalSection, form: FormSection, steps: StepsSection, law: LawSection, unsettled: UnsettledSection } as const;

/** The part of the draft a fault lies in, to open it. */
const sectionOf = (pointer: string): keyof typeof sections => {
  const [, first = ''] = pointer.split('/');
  if (['conditions', 'applicants', 'proceeding', 'executedBy', 'results', 'national'].includes(first)) return 'national';
  return first === 'cases' ? 'cases' : first === 'form' ? 'form' : first === 'steps' ? 'steps' : first === 'legalBasis' ? 'law' : 'general';
};

const EditTab = ({ working, mayEdit }: { readonly working: WorkingFile; readonly mayEdit: boolean }) => {
  const t = useCatalogueText();
  const language = useLanguage();
  const { content, change, file } = working;
  const faults = file?.work?.faults ?? [];
  const remarks = file?.work?.remarks ?? [];
  const [asked, ask] = useState<{ readonly pointer: string; readonly label: string }>();
  const remark = !mayEdit && file?.work !== undefined && file.allowed.includes('comment') ? (pointer: string, label: string): void => { ask({ pointer, label }); } : undefined;
  const [opened, setOpened] = useState<readonly string[]>(['general']);
  const faultAt = (pointer: string): string | undefined => faults.find((fault) => fault.pointer === pointer)?.[language];
  // a fault or a comment is of no use in a part that is shut
  const wanted = [...faults, ...remarks.filter(({ resolved }) => !resolved)];
  useEffect(() => { if (wanted.length > 0) setOpened((now) => [...new Set([...now, ...wanted.map(({ pointer }) => sectionOf(pointer))])]); }, [wanted.length]);
  return (
    <EditingContext.Provider value={{ content, set: mayEdit ? change : () => undefined, faultAt, remarksAt: (pointer) => remarks.filter((one) => one.pointer === pointer), remark, locked: !mayEdit }}>
      <RemarkList remarks={remarks} />
      <FaultList attempt={working.attempt} faults={faults.map((fault) => ({ pointer: fault.pointer, text: fault[language] }))} />
      {(Object.keys(sections) as (keyof typeof sections)[]).map((name) => {
        const Section = sections[name];
        const wrong = faults.filter(({ pointer }) => sectionOf(pointer) === name).length;
        const waiting = name === 'unsettled' ? listAt(content, '/unsettled').length : 0;
        return (
          <details key={name} class="part" open={opened.includes(name)} onToggle={(event) => { const { open } = event.currentTarget; setOpened((now) => open ? [...new Set([...now, name])] : now.filter((other) => other !== name)); }}>
            <summary><h3>{t(name)}</h3>{wrong > 0 && <span class="badge badge-danger">{t('faults', { count: wrong })}</span>}{waiting > 0 && <span class="badge badge-warn">{t('points', { count: waiting })}</span>}</summary>
            {opened.includes(name) && <Section />}
          </details>
        );
      })}
      {asked !== undefined && file !== undefined && <AskDialog working={working} file={file} what="comment" on={asked} onClose={() => { ask(undefined); }} />}
    </EditingContext.Provider>
  );
};

const ConflictNotice = ({ working }: { readonly working: WorkingFile }) => {
  const t = useCatalogueText();
  const { conflict, file } = working;
  if (conflict === undefined) return null;
  return (
    <Notice kind="warn" title={t('conflictTitle', { name: file?.work?.savedBy ?? file?.history.at(-1)?.by.name ?? '' })} live>
      <p>{t('conflictText')}</p>
      <Differences before={conflict.before} after={conflict.theirs} sameDay={false} />
      <div class="button-row">
        <Button small onClick={() => { working.resolve('mine'); }}>{t('keepMine')}</Button>
        <Button small kind="secondary" onClick={() => { working.resolve('theirs'); }}>{t('takeTheirs')}</Button>
      </div>
    </Notice>
  );
};

const Standing = ({ file }: { readonly file: File }) => {
  const t = useCatalogueText();
  const language = useLanguage();
  const states = { past: 'statePast', 'in-force': 'stateInForce', waiting: 'stateWaiting', retired: 'stateRetired' } as const;
  return (
    <ul class="versions">
      {file.work !== undefined && <li><span class="badge badge-info">{t(file.work.state === 'draft' ? 'stateDraft' : 'stateInReview')}</span> {t('by', { name: file.work.savedBy })}</li>}
      {file.versions.toReversed().slice(0, 4).map(({ version, effectiveFrom, state }) => <li key={version}><span class={`badge ${state === 'in-force' ? 'badge-ok' : ''}`}>{t(states[state])}</span> {t('versionFrom', { version, date: shortDayText(effectiveFrom, language) })}</li>)}
    </ul>
  );
};

const latestEdition = ({ latest }: File): Readonly<Record<string, unknown>> | undefined => {
  if (latest === undefined) return undefined;
  const { code: _, version: _version, publishedAt: _at, next: _next, ...edition } = latest;
  return edition;
};

/** One procedure in the hands of those who keep the catalogue. */
export const Editor = ({ code, onClose }: { readonly code: string; readonly onClose: () => void }) => {
  const t = useCatalogueText();
  const working = useFile(code);
  const { file, content, problem } = working;
  const [chosen, setTab] = useState<Tab>();
  if (file === undefined) return <main id="main" class="catalogue">{problem === undefined ? <Skeleton lines={12} /> : <DeskProblem problem={problem} onRetry={working.again} />}</main>;
  const mayEdit = file.allowed.includes('save');
  const offered = tabs.filter((tab) => tab !== 'edit' || mayEdit || file.work !== undefined);
  const tab = chosen ?? (mayEdit ? 'edit' : 'changes');
  const version = (file.versions.at(-1)?.version ?? 0) + 1;
  return (
    <main id="main" class="catalogue" tabIndex={-1}>
      <p><Button kind="quiet" small onClick={onClose}>{t('backToList')}</Button></p>
      <h1>{textAt(content, '/name/vi') || t('newProcedure')} <span class="code">{code}</span></h1>
      <Standing file={file} />
      {!file.holds && <Notice kind="danger" title={t('historyBroken')} />}
      <ConflictNotice working={working} />
      {problem !== undefined && problem.code !== 'draft-changed' && <DeskProblem problem={problem} />}
      {working.restored && <Notice title={t('restored')}><p><Button kind="quiet" small onClick={working.drop}>{t('dropTyped')}</Button></p></Notice>}
      <div class="tabs" role="tablist">{offered.map((name) => <button key={name} type="button" role="tab" aria-selected={name === tab} onClick={() => { setTab(name); }}>{t(name === 'edit' && !mayEdit ? 'tab-read' : `tab-${name}`)}</button>)}</div>
      <div role="tabpanel" class="tab-panel">
        {tab === 'edit' && <EditTab working={working} mayEdit={mayEdit} />}
        {tab === 'changes' && <Differences before={latestEdition(file)} after={content} sameDay={false} />}
        {tab === 'preview' && <LazyPreview code={code} version={version} content={content} />}
        {tab === 'history' && <HistoryView file={file} />}
      </div>
      <ReviewBar working={working} file={file} />
      <p class="small" role="status">{working.dirty ? t('notSaved') : working.savedAt === undefined ? '' : t('savedAt', { time: timeText(working.savedAt.toISOString()) })}</p>
    </main>
  );
};
