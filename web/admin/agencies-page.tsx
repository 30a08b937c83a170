import { useMemo, useState } from 'preact/hooks';
import type { Agency } from '../../shared/contracts/agency.ts';
import { treeOn, type AgencyNode } from '../../shared/kernel/agency-tree.ts';
import { fold } from '../../shared/kernel/vietnamese-text.ts';
import { localDate } from '../../shared/kernel/vietnam-time.ts';
import { call } from '../client/client.ts';
import { DayChooser } from '../components/day-chooser.tsx';
import { TextField } from '../components/field.tsx';
import { useLanguage } from '../components/language.ts';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { Skeleton } from '../components/skeleton.tsx';
import { shortDayText } from '../format/dates.ts';
import { isDate } from '../format/typed-date.ts';
import { follow } from '../desk/follow.ts';
import { writeAddress, type AdminAddress, type Go } from './address.ts';
import { AgenciesImport } from './agencies-import.tsx';
import { AgencyDetail } from './agency-detail.tsx';
import { AgencyForm } from './agency-form.tsx';
import { useTexts } from './messages.ts';
import { useAnswer } from './use-answer.ts';

type PageProps = { readonly address: AdminAddress; readonly go: Go };
type Node = AgencyNode<Agency>;

const countOf = (nodes: readonly Node[]): number => nodes.reduce((sum, { children }) => sum + 1 + countOf(children), 0);
const says = ({ code, name, nameEn, aliases }: Agency, wanted: string): boolean => [code, name, nameEn ?? '', ...aliases.map(({ value }) => value)].some((text) => fold(text).includes(wanted));
/** The branches that lead to what is looked for. */
const branches = (nodes: readonly Node[], wanted: string): Node[] => nodes.flatMap(({ agency, children }): Node[] => {
  const below = branches(children, wanted);
  return below.length > 0 || says(agency, wanted) ? [{ agency, children: below }] : [];
});
const matches = (nodes: readonly Node[], wanted: string): number => nodes.reduce((sum, { agency, children }) => sum + (says(agency, wanted) ? 1 : 0) + matches(children, wanted), 0);

type BranchProps = PageProps & { readonly node: Node; readonly depth: number; readonly everything: boolean };

/** A list in lists: headings and arrow keys of a screen reader know it, and a branch is a button that opens. */
const Branch = ({ node: { agency, children }, depth, everything, address, go }: BranchProps) => {
  const t = useTexts();
  const language = useLanguage();
  const [open, setOpen] = useState(depth === 0);
  const shown = everything || open;
  return (
    <li>
      <div class="tree-line">
        {children.length > 0
          ? <button type="button" class="tree-toggle" aria-expanded={shown} aria-label={t('open', { name: agency.name })} onClick={() => { setOpen(!open); }}>{shown ? '−' : '+'}</button>
          : <span class="tree-toggle" aria-hidden="true" />}
        <a href={writeAddress({ ...address, agency: agency.code })} aria-current={agency.code === address.agency ? 'true' : undefined} onClick={follow(() => { go({ agency: agency.code }); })}>
          {language === 'en' ? agency.nameEn ?? agency.name : agency.name} <span class="small code">{agency.code}</span>
        </a>
      </div>
      {shown && children.length > 0 && <ul>{children.map((child) => <Branch key={child.agency.code} node={child} depth={depth + 1} everything={everything} address={address} go={go} />)}</ul>}
    </li>
  );
};

/** The tree of a chosen day, and the agency that is looked at. */
export const AgenciesPage = ({ address, go }: PageProps) => {
  const t = useTexts();
  const language = useLanguage();
  const day = address.day !== undefined && isDate(address.day) ? address.day : localDate(new Date());
  const { body, problem, again } = useAnswer('agencies', () => call('listAgencies', {}));
  const [search, setSearch] = useState('');
  const tree = useMemo(() => treeOn(body?.items ?? [], day), [body, day]);
  const names = useMemo(() => new Map((body?.items ?? []).map(({ code, name }) => [code, name])), [body]);
  const wanted = fold(search.trim());
  const shown = wanted === '' ? tree : branches(tree, wanted);
  return (
    <div class={`admin-agencies${address.agency === undefined ? '' : ' admin-open'}`}>
      <section class="admin-tree" aria-labelledby="cay-co-quan">
        <h1 id="cay-co-quan">{t('treeTitle')}</h1>
        <AgencyForm known={names} onChanged={(code) => { again(); go({ agency: code }); }} />
        <AgenciesImport onChanged={again} />
        <DayChooser key={day} id="ngay-cua-cay" class="admin-day" label={t('day')} hint={t('dayHint')} day={day} onDay={(next) => { go({ day: next }); }} show={t('show')} wrong={t('dateWrong')} />
        <TextField id="tim-co-quan" label={t('search')} hint={t('searchHint')} value={search} onValue={setSearch} attributes={{ type: 'search', autocomplete: 'off' }} />
        <p class="small" role="status">{body === undefined ? '' : wanted === '' ? t('treeOn', { day: shortDayText(day, language), count: countOf(tree) }) : t('found', { count: matches(tree, wanted) })}</p>
        {problem !== undefined && <ProblemNotice problem={problem} onRetry={again} />}
        {body === undefined && problem === undefined && <Skeleton lines={10} />}
        {body !== undefined && shown.length === 0 && <div class="empty"><p class="empty-title">{t('nothingFound')}</p><p class="small">{t('nothingFoundText')}</p></div>}
        {shown.length > 0 && <ul class="tree">{shown.map((node) => <Branch key={node.agency.code} node={node} depth={0} everything={wanted !== ''} address={address} go={go} />)}</ul>}
      </section>
      <section class="admin-detail" aria-live="polite">
        {address.agency === undefined ? <p class="admin-choose">{t('chooseAgency')}</p> : <AgencyDetail key={address.agency} onChanged={again} code={address.agency} names={names} go={go} />}
      </section>
    </div>
  );
};
