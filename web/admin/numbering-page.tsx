import { useState } from 'preact/hooks';
import type { NumberingView, NumberRule } from '../../shared/contracts/numbering.ts';
import { localDate } from '../../shared/kernel/vietnam-time.ts';
import { call } from '../client/client.ts';
import { Button } from '../components/button.tsx';
import { SelectField } from '../components/field.tsx';
import { useLanguage } from '../components/language.ts';
import { Notice } from '../components/notice.tsx';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { Skeleton } from '../components/skeleton.tsx';
import { shortDayText } from '../format/dates.ts';
import { useAgencies } from '../desk/reference-data.ts';
import { useTexts } from './messages.ts';
import { useNumberWords } from './number-words.ts';
import { Refusal } from './refusal.tsx';
import { RuleForm } from './rule-form.tsx';
import { useAnswer, useWrite } from './use-answer.ts';

/** What a dossier of an agency would be called if it were accepted now. */
const NextNumber = ({ version }: { readonly version: number }) => {
  const t = useTexts();
  const { procedures } = useNumberWords();
  const agencies = useAgencies();
  const [{ agency, procedure }, setChosen] = useState({ agency: '', procedure: '' });
  const chosen = agency !== '' && procedure !== '';
  const { body, problem, again } = useAnswer(`next ${version} ${agency} ${procedure}`, chosen ? () => call('getNextNumber', { query: { agency, procedure } }) : undefined);
  return (
    <section class="admin-section" aria-labelledby="ma-tiep-theo">
      <h2 id="ma-tiep-theo">{t('nextNumberTitle')}</h2>
      <p class="small">{t('nextNumberText')}</p>
      <SelectField id="ma-co-quan" label={t('agency')} placeholder={t('pickAgency')} value={agency} onValue={(next) => { setChosen({ agency: next, procedure }); }} options={agencies.map(({ code, name }) => ({ value: code, label: `${name} (${code})` }))} />
      <SelectField id="ma-thu-tuc" label={t('procedure')} placeholder={t('chooseProcedure')} value={procedure} onValue={(next) => { setChosen({ agency, procedure: next }); }} options={procedures} />
      {problem !== undefined && <ProblemNotice problem={problem} onRetry={again} />}
      <p class="admin-example" role="status">{body === undefined ? '' : body.number !== undefined ? t('nextNumberIs', { number: body.number }) : body.source.kind === 'issued-elsewhere' ? t('issuedBy', { by: body.source.by }) : ''}</p>
    </section>
  );
};

type LineProps = { readonly rule: Pick<NumberRule, 'number' | 'source' | 'mark'>; readonly about?: string; readonly note?: string; readonly onRemove?: (() => void) | undefined };

const Line = ({ rule: { number, source, mark }, about, note, onRemove }: LineProps) => {
  const t = useTexts();
  const { how } = useNumberWords();
  return (
    <li>
      {about !== undefined && <p><strong>{about}</strong>{note === undefined ? '' : `, ${note}`}</p>}
      {number.kind === 'drawn' && <p><code class="admin-pattern">{number.pattern}</code></p>}
      <p>{how(number)}</p>
      <p class="small">{source} ({t('mark', { mark })})</p>
      {onRemove !== undefined && <Button kind="quiet" small aria-label={t('removeRule', { about: about ?? '' })} onClick={onRemove}>{t('remove')}</Button>}
    </li>
  );
};

const Editor = ({ numbering, onPublished }: { readonly numbering: NumberingView; readonly onPublished: () => void }) => {
  const t = useTexts();
  const language = useLanguage();
  const { about } = useNumberWords();
  const [draft, setDraft] = useState<readonly NumberRule[]>();
  const [published, setPublished] = useState<number>();
  const { busy, problem, write } = useWrite();
  const today = localDate(new Date());
  const rules = draft ?? numbering.rules;
  const edit = (next: readonly NumberRule[]): void => { setDraft(next); setPublished(undefined); };
  const publish = async (): Promise<void> => {
    const done = await write(() => call('publishNumbering', { body: { version: numbering.version, rules: [...rules] } }));
    if (done === undefined) return;
    setDraft(undefined);
    setPublished(done.version);
    onPublished();
  };
  const noteOf = ({ from }: NumberRule): string => `${t('from', { day: shortDayText(from, language) })}${from < today ? ` (${t('begun')})` : ''}`;
  return (
    <section class="admin-section" aria-labelledby="quy-tac">
      <h2 id="quy-tac">{t('rulesTitle')}</h2>
      {numbering.version > 0 && <p class="small">{t('rulesVersion', { version: numbering.version })}</p>}
      {rules.length === 0 && <div class="empty"><p class="empty-title">{t('noRules')}</p><p class="small">{t('noRulesText')}</p></div>}
      {rules.length > 0 && (
        <ul class="admin-days">{rules.map((rule, place) => (
          <Line key={`${rule.agency ?? ''} ${rule.procedure ?? ''} ${rule.from} ${place}`} rule={rule} about={about(rule)} note={noteOf(rule)}
            onRemove={rule.from < today ? undefined : () => { edit(rules.filter((_, other) => other !== place)); }} />
        ))}</ul>
      )}
      <RuleForm onAdd={(rule) => { edit([...rules, rule]); }} />
      <Refusal problem={problem} />
      {published !== undefined && <Notice kind="ok" title={t('published', { version: published })} live />}
      {draft !== undefined && (
        <div class="admin-publish">
          <p class="small" role="status">{t('unsaved')}</p>
          <div class="button-row">
            <Button disabled={busy} onClick={() => { void publish(); }}>{busy ? t('doing') : t('publishRules')}</Button>
            <Button kind="quiet" onClick={() => { setDraft(undefined); }}>{t('discard')}</Button>
          </div>
        </div>
      )}
      <h2>{t('otherwise')}</h2>
      <ul class="admin-days">{numbering.otherwise.map((rule) => <Line key={rule.source} rule={rule} />)}</ul>
    </section>
  );
};

/** How dossiers are numbered: the rules, what is next, and a new rule with its example. */
export const NumberingPage = () => {
  const t = useTexts();
  const { body, problem, again } = useAnswer('numbering', () => call('getNumbering', {}));
  return (
    <div class="admin-narrow">
      <h1>{t('numberingTitle')}</h1>
      <p>{t('numberingText')}</p>
      {problem !== undefined && <ProblemNotice problem={problem} onRetry={again} />}
      {body === undefined && problem === undefined && <Skeleton lines={8} />}
      {body !== undefined && <NextNumber version={body.version} />}
      {body !== undefined && <Editor numbering={body} onPublished={again} />}
    </div>
  );
};
