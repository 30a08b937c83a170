import { useCallback, useEffect, useState } from 'preact/hooks';
import type { ProblemBody } from '../../../shared/contracts/problems.ts';
import { fold } from '../../../shared/kernel/vietnamese-text.ts';
import { call } from '../../client/client.ts';
import type { Answer } from '../../client/contract-types.ts';
import { Button } from '../../components/button.tsx';
import { SelectField, TextField } from '../../components/field.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { DeskProblem } from '../desk-problem.tsx';
import { follow } from '../follow.ts';
import { Editor } from './editor.tsx';
import { useCatalogueText } from './editing.tsx';
import { TransferPanel } from './transfer-panel.tsx';

type Row = Answer<'listCatalogue'>['items'][number];
const shownAtOnce = 100;
const states = ['all', 'draft', 'in-review', 'unsettled', 'closed'] as const;
type State = (typeof states)[number];
const fits: Record<State, (row: Row) => boolean> = {
  all: () => true, draft: ({ work }) => work?.state === 'draft', 'in-review': ({ work }) => work?.state === 'in-review', unsettled: ({ unsettled }) => unsettled > 0, closed: ({ status }) => status === 'closed',
};

const addressOf = (code: string): string => `${location.pathname}?danh-muc=${code}`;
const codeInAddress = (): string => new URLSearchParams(location.search).get('danh-muc') ?? '';

const Rows = ({ rows, open }: { readonly rows: readonly Row[]; readonly open: (code: string) => void }) => {
  const t = useCatalogueText();
  return (
    <ul class="catalogue-rows">
      {rows.map(({ code, name, field, status, unsettled, version, work }) => (
        <li key={code}>
          <a href={addressOf(code)} onClick={follow(() => { open(code); })}>{name || t('newProcedure')}</a>
          <span class="small">
            <span class="code">{code}</span> · {field}{version !== undefined && ` · ${t('versionNumber', { version })}`}
            {work !== undefined && <span class={`badge ${work.state === 'draft' ? 'badge-info' : 'badge-warn'}`}>{t(work.state === 'draft' ? 'stateDraft' : 'stateInReview')}</span>}
            {status === 'closed' && <span class="badge">{t('stateRetired')}</span>}
            {unsettled > 0 && <span class="badge badge-warn">{t('points', { count: unsettled })}</span>}
          </span>
        </li>
      ))}
    </ul>
  );
};

const NewProcedure = ({ open }: { readonly open: (code: string) => void }) => {
  const t = useCatalogueText();
  const [code, setCode] = useState('');
  const [wrong, setWrong] = useState(false);
  return (
    <details class="part">
      <summary><h2>{t('newStart')}</h2></summary>
      <form noValidate onSubmit={(event) => { event.preventDefault(); if (/^[1-3]\.\d{6}$/.test(code.trim())) open(code.trim()); else setWrong(true); }}>
        <TextField id="ma-moi" label={t('newCode')} value={code} onValue={setCode} error={wrong ? t('newCodeWrong') : undefined} />
        <Button type="submit" kind="secondary" small>{t('newBegin')}</Button>
      </form>
    </details>
  );
};

const List = ({ open, mayEdit }: { readonly open: (code: string) => void; readonly mayEdit: boolean }) => {
  const t = useCatalogueText();
  const [rows, setRows] = useState<readonly Row[]>();
  const [problem, setProblem] = useState<ProblemBody>();
  const [text, setText] = useState('');
  const [state, setState] = useState<State>('all');
  const [most, setMost] = useState(shownAtOnce);
  const read = useCallback(async () => {
    const answer = await call('listCatalogue', {});
    if (answer.ok) { setRows(answer.body.items); setProblem(undefined); } else setProblem(answer.problem);
  }, []);
  useEffect(() => { void read(); }, [read]);
  const words = fold(text).split(/\s+/).filter(Boolean);
  const found = (rows ?? []).filter((row) => fits[state](row) && words.every((word) => fold(`${row.code} ${row.name} ${row.field}`).includes(word)));
  return (
    <main id="main" class="catalogue" tabIndex={-1}>
      <h1>{t('title')}</h1>
      <TransferPanel mayImport={mayEdit} onImported={() => { void read(); }} />
      {mayEdit && <NewProcedure open={open} />}
      <div class="in-row">
        <TextField id="tim-thu-tuc" label={t('search')} value={text} onValue={setText} attributes={{ type: 'search', autocomplete: 'off' }} />
        <SelectField id="loc-tinh-trang" label={t('show')} value={state} onValue={(value) => { setState(states.find((one) => one === value) ?? 'all'); }} options={states.map((value) => ({ value, label: `${t(`show-${value}`)} (${(rows ?? []).filter(fits[value]).length})` }))} />
      </div>
      {problem !== undefined && <DeskProblem problem={problem} onRetry={() => { void read(); }} />}
      {rows === undefined && problem === undefined && <Skeleton lines={10} />}
      {rows !== undefined && <p class="small" role="status">{t('found', { count: found.length })}</p>}
      <Rows rows={found.slice(0, most)} open={open} />
      {found.length > most && <Button kind="secondary" onClick={() => { setMost(most + shownAtOnce); }}>{t('showMore')}</Button>}
    </main>
  );
};

/** The catalogue for those who keep it: the list, or one procedure. What is open stands in the address. */
const Catalogue = ({ mayEdit }: { readonly mayEdit: boolean }) => {
  const [code, setCode] = useState(codeInAddress);
  useEffect(() => {
    const back = (): void => { setCode(codeInAddress()); };
    addEventListener('popstate', back);
    return () => { removeEventListener('popstate', back); };
  }, []);
  const open = (next: string): void => { history.pushState(null, '', addressOf(next)); setCode(next); scrollTo(0, 0); };
  return code === '' ? <List open={open} mayEdit={mayEdit} /> : <Editor key={code} code={code} onClose={() => { open(''); }} />;
};
export default Catalogue;
