import { useEffect, useState } from 'preact/hooks';
import type { RoutingRule } from '../../../../shared/contracts/feedback-rules.ts';
import type { ProblemBody } from '../../../../shared/contracts/problems.ts';
import { call } from '../../../client/client.ts';
import type { Answer } from '../../../client/contract-types.ts';
import { Button } from '../../../components/button.tsx';
import { useLanguage } from '../../../components/language.ts';
import { Skeleton } from '../../../components/skeleton.tsx';
import { useFields } from '../../act-form.tsx';
import { DeskProblem } from '../../desk-problem.tsx';
import { useAgencyNames } from '../../reference-data.ts';
import { useAreas } from '../areas.ts';
import { useCategoryName } from '../reference.ts';
import { RuleForm } from './rule-form.tsx';
import { Tried } from './tried.tsx';
import { inOrder } from './typed-rule.ts';
import { useRuleTexts } from './texts.ts';

/** A rule in words. */
const RuleWords = ({ rule: { categories = [], areas = [], urgency, asset, hours, to } }: { readonly rule: RoutingRule }) => {
  const t = useRuleTexts();
  const language = useLanguage();
  const categoryName = useCategoryName();
  const agencyName = useAgencyNames();
  const known = useAreas();
  const parts = [
    categories.map(categoryName).join(', '), areas.map((code) => known.find((area) => area.code === code)?.name[language] ?? code).join(', '),
    urgency === undefined ? '' : t(urgency), asset === undefined ? '' : t('withWords', { words: asset }), hours === undefined ? '' : t('inHours', hours),
  ].filter((part) => part !== '');
  return <p class="small">{t('when', { parts: parts.length === 0 ? t('always') : parts.join('; ') })}<br />{t('goesTo', { place: typeof to === 'string' ? t(`to-${to}`) : agencyName(to.agency) })}</p>;
};

/** The rules by which reports are passed on: changed, tried on last month, then published by a leader. */
const RulesPage = ({ agency, mayPublish }: { readonly agency: string; readonly mayPublish: boolean }) => {
  const t = useRuleTexts();
  const params = { agencyCode: agency };
  const [book, setBook] = useState<Answer<'getRoutingRules'>>();
  const [problem, setProblem] = useState<ProblemBody>();
  const [busy, setBusy] = useState<'trying' | 'publishing'>();
  const [tried, setTried] = useState<{ readonly of: string; readonly answer: Answer<'tryRoutingRules'> }>();
  const [editing, setEditing] = useState<{ readonly rule?: RoutingRule }>();
  const [done, setDone] = useState(false);
  // what is being changed outlives a reload
  const { fields: { changed }, set, forget } = useFields<{ changed?: readonly RoutingRule[] }>(`quy-tac:${agency}`, {});
  const read = async (): Promise<void> => {
    const answer = await call('getRoutingRules', { params });
    if (answer.ok) setBook(answer.body); else setProblem(answer.problem);
  };
  useEffect(() => { void read(); }, [agency]);
  if (book === undefined) return problem === undefined ? <Skeleton lines={8} /> : <DeskProblem problem={problem} onRetry={() => { setProblem(undefined); void read(); }} />;
  const rules = inOrder(changed ?? book.rules);
  const of = JSON.stringify(rules);
  const change = (next: readonly RoutingRule[]): void => { setDone(false); set({ changed: next }); };
  const tryOut = async (): Promise<void> => {
    setBusy('trying');
    const answer = await call('tryRoutingRules', { params, body: { rules } });
    setBusy(undefined);
    setProblem(answer.ok ? undefined : answer.problem);
    if (answer.ok) { setTried({ of, answer: answer.body }); requestAnimationFrame(() => { document.getElementById('ket-qua-thu')?.focus(); }); }
  };
  const publish = async (): Promise<void> => {
    setBusy('publishing');
    const answer = await call('publishRoutingRules', { params, body: { version: book.version, rules } });
    setBusy(undefined);
    setProblem(answer.ok ? undefined : answer.problem);
    if (answer.ok) { setBook(answer.body); forget(); setDone(true); setTried(undefined); }
  };
  const shown = tried?.of === of ? tried.answer : undefined;
  return (
    <div class="rules-page">
      <h1>{t('title')}</h1>
      <p class="small">{t('intro')}</p>
      <p role="status">{done && <strong>{t('published')}. </strong>}{t('inForce', book)} {changed !== undefined && t('changed')}</p>
      {problem !== undefined && <DeskProblem problem={problem} />}
      {rules.length === 0 && <p class="empty-title">{t('none')}</p>}
      <ol class="plain-list rules-list">
        {rules.map((rule, index) => (
          <li key={rule.id}>
            <p class="small">{t('line', { number: index + 1, priority: rule.priority })}</p>
            <h2>{rule.name}</h2>
            <RuleWords rule={rule} />
            <div class="button-row">
              <Button kind="secondary" small aria-label={t('ofRule', { act: t('edit'), name: rule.name })} onClick={() => { setEditing({ rule }); }}>{t('edit')}</Button>
              <Button kind="quiet" small aria-label={t('ofRule', { act: t('drop'), name: rule.name })} onClick={() => { change(rules.filter(({ id }) => id !== rule.id)); }}>{t('drop')}</Button>
            </div>
          </li>
        ))}
      </ol>
      <div class="button-row">
        <Button kind="secondary" onClick={() => { setEditing({}); }}>{t('add')}</Button>
        <Button disabled={busy !== undefined} onClick={() => { void tryOut(); }}>{t(busy === 'trying' ? 'trying' : 'tryOut')}</Button>
        {changed !== undefined && <Button kind="quiet" onClick={forget}>{t('undo')}</Button>}
      </div>
      {shown !== undefined && <Tried tried={shown} rules={rules} />}
      {shown !== undefined && mayPublish && changed !== undefined && <div class="button-row"><Button disabled={busy !== undefined} onClick={() => { void publish(); }}>{t(busy === 'publishing' ? 'publishing' : 'publish')}</Button></div>}
      {editing !== undefined && <RuleForm rule={editing.rule} onClose={() => { setEditing(undefined); }} onKeep={(rule) => { change([...rules.filter(({ id }) => id !== rule.id), rule]); }} />}
    </div>
  );
};
export default RulesPage;
