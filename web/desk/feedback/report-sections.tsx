import type { ComponentChildren } from 'preact';
import type { DeskFeedbackView } from '../../../shared/contracts/feedback-shapes.ts';
import { fold } from '../../../shared/kernel/vietnamese-text.ts';
import { nameOfFeedbackState } from '../../../shared/kernel/feedback-state.ts';
import { useLanguage } from '../../components/language.ts';
import { Notice } from '../../components/notice.tsx';
import { momentText, shortDayText, timeText } from '../../format/dates.ts';
import { Facts } from '../facts.tsx';
import { useRoleName } from '../roles.ts';
import type { Role } from '../../../shared/contracts/access.ts';
import { happened } from './acts.ts';
import { Photos } from './media-section.tsx';
import { useCategoryName, useReference } from './reference.ts';
import { namelessIn, nameOf, useStaff } from './staff.ts';
import { StateTag } from './state-tag.tsx';
import { useFeedbackTexts } from './texts.ts';

type OfView = { readonly view: DeskFeedbackView };
const Section = ({ id, title, children }: { readonly id: string; readonly title: string; readonly children: ComponentChildren }) => <section class="dossier-section" aria-labelledby={id}><h3 id={id}>{title}</h3>{children}</section>;

/** The text with the words that weighed marked; accents are of no account. */
const Weighed = ({ text, words }: { readonly text: string; readonly words: readonly string[] }) => {
  const weighing = new Set(words.flatMap((word) => fold(word).split(/\s+/)).filter((word) => word.length > 1));
  if (weighing.size === 0) return <>{text}</>;
  return <>{text.split(/(\s+)/).map((part, index) => (weighing.has(fold(part).replace(/[^\p{L}\p{N}]/gu, '')) ? <mark key={index}>{part}</mark> : part))}</>;
};

/** What whoever sorts should know of a report besides. */
const shownFlags = ['outside-province', 'no-point', 'place-unknown', 'out-of-scope', 'maybe-spam', 'text-cut', 'photo-left-out', 'task'] as const;

/** What was written, as it was sent; below it what the public reads, where that differs. */
export const Matter = ({ view, weighing }: OfView & { /** for whoever sorts */ readonly weighing: boolean }) => {
  const t = useFeedbackTexts();
  const flags = view.flags.filter((flag): flag is (typeof shownFlags)[number] => (shownFlags as readonly string[]).includes(flag))
    // a corrected place takes back what was said of the first one
    .filter((flag) => !((flag === 'no-point' || flag === 'place-unknown') && view.place?.lat !== undefined) && !(flag === 'outside-province' && view.area !== undefined) && !(flag === 'place-unknown' && view.place?.words !== undefined));
  return (
    <section aria-label={t('text')}>
      {flags.map((flag) => <Notice key={flag} kind={flag === 'task' || flag === 'no-point' ? 'info' : 'warn'} title={t(`flag-${flag}`)} />)}
      <p class="report-text">{view.originalText === '' ? t('noText') : <Weighed text={view.originalText} words={weighing ? view.suggestion?.because ?? [] : []} />}</p>
      {view.publicText !== undefined && view.publicText !== view.originalText && <p class="report-public"><span class="small">{t('publicText')}</span> {view.publicText}</p>}
      {view.visibility === 'private' && <p class="small">{t('private')}</p>}
    </section>
  );
};

const percent = (share: number): string => `${Math.round(share * 100)} %`;

/** What the classifier makes of it, how sure it is, and why; a person decides. */
export const Suggested = ({ view: { suggestion, category } }: OfView) => {
  const t = useFeedbackTexts();
  const language = useLanguage();
  const categoryName = useCategoryName();
  const { guidance } = useReference();
  if (suggestion === undefined) return null;
  const elsewhere = guidance.find(({ kind }) => kind === suggestion.outOfScope);
  return (
    <Section id="goi-y" title={t('suggestion')}>
      {elsewhere !== undefined && <Notice kind="warn" title={elsewhere.title[language]}><p class="small">{elsewhere.advice[language]}</p></Notice>}
      {suggestion.abstained && <p class="small">{t('abstained')}</p>}
      <ul class="suggestions">
        {[{ category: suggestion.category, confidence: suggestion.confidence }, ...suggestion.alternatives].map((each) => (
          <li key={each.category}><span>{categoryName(each.category)}{each.category === category?.code && <span class="small"> ({t('chosen')})</span>}</span> <meter min={0} max={1} value={each.confidence} aria-label={t('confidence', { name: categoryName(each.category) })} /> <span class="code">{percent(each.confidence)}</span></li>
        ))}
      </ul>
      {suggestion.because.length > 0 && <p class="small">{t('because')} {suggestion.because.map((word, index) => <span key={word}>{index > 0 && ', '}<mark>{word}</mark></span>)}</p>}
    </Section>
  );
};

/** Until when, where, by whom, from whom. */
export const Summary = ({ view }: OfView) => {
  const t = useFeedbackTexts();
  const language = useLanguage();
  const at = (instant: string | undefined): string | undefined => (instant === undefined ? undefined : momentText(instant, language));
  const staff = useStaff(namelessIn([view]));
  const { place, contact, rating } = view;
  return (
    <Section id="tom-tat" title={t('summary')}>
      {view.overdue && <Notice kind="danger" title={t('isOverdue')} />}
      <Facts facts={[
        { label: t('dueAt'), value: at(view.dueAt) }, { label: t('promisedAt'), value: view.promisedAt === undefined ? undefined : `${at(view.promisedAt)}${view.extendedAt === undefined ? '' : ` (${t('extended')})`}` },
        { label: t('place'), value: [place?.words, view.area?.name[language]].filter(Boolean).join(', ') }, { label: t('reportedAt'), value: at(view.reportedAt) }, { label: t('happenedAt'), value: at(view.happenedAt) },
        { label: t('agency'), value: view.agency?.name }, { label: t('officer'), value: view.officer && (nameOf(view.officer, staff) ?? t('nameless')) }, { label: t('channel'), value: t(`channel-${view.channel}`) }, { label: t('term'), value: view.complex ? t('complex') : undefined },
        { label: t('reporter'), value: contact?.name }, { label: t('phone'), value: contact?.phone === undefined ? undefined : <a href={`tel:${contact.phone}`}>{contact.phone}</a> }, { label: t('email'), value: contact?.email === undefined ? undefined : <a href={`mailto:${contact.email}`}>{contact.email}</a> },
        { label: t('heard'), value: view.voices + view.notFixed + view.merged === 0 ? undefined : t('heardCounts', { voices: view.voices, notFixed: view.notFixed, merged: view.merged }) },
        { label: t('rating'), value: rating === undefined ? undefined : `${t('stars', { stars: rating.stars })}${rating.words === '' ? '' : `: ${rating.words}`}` },
        { label: t('refusal'), value: view.refusal === undefined ? undefined : `${view.refusal.name[language]}${view.refusal.words === undefined ? '' : `: ${view.refusal.words}`}` }, { label: t('mergedInto'), value: view.mergedInto },
      ]} />
    </Section>
  );
};

/** The tasks of a report that several agencies work on. */
export const Parts = ({ view: { children, parent }, onOpen }: OfView & { readonly onOpen: (feedbackId: string) => void }) => {
  const t = useFeedbackTexts();
  if (children.length === 0 && parent === undefined) return null;
  return (
    <Section id="phan-viec" title={t('parts')}>
      {parent !== undefined && <p class="small">{t('isPart')}</p>}
      <ul class="plain-list">{children.map(({ feedbackId, agency, state }) => <li key={feedbackId}><button type="button" class="link-button" onClick={() => { onOpen(feedbackId); }}>{agency.name}</button> <StateTag state={state} /></li>)}</ul>
    </Section>
  );
};

export const Answer = ({ view }: OfView) => {
  const t = useFeedbackTexts();
  const language = useLanguage();
  if (view.answer === undefined) return null;
  return (
    <Section id="tra-loi" title={t('answer')}>
      <p class="report-text">{view.answer.text}</p>
      <p class="small">{view.answer.agency.name}, {momentText(view.answer.at, language)}</p>
      <Photos feedbackId={view.feedbackId} media={view.answer.media} />
    </Section>
  );
};

/** What was said on the way; the answer has a place of its own. */
export const Updates = ({ view }: OfView) => {
  const t = useFeedbackTexts();
  const language = useLanguage();
  const said = view.updates.filter(({ act, at }) => act !== 'answer' || at !== view.answer?.at);
  if (said.length === 0) return null;
  return (
    <Section id="cap-nhat" title={t('updates')}>
      <ol class="history-lines">
        {said.map((update) => (
          <li key={`${update.at}${update.act}`}>
            <p><strong>{happened(update.act, t)}</strong>{update.dueAt !== undefined && ` · ${t('doneBy', { time: momentText(update.dueAt, language) })}`}</p>
            {update.text !== undefined && <p class="typed">{update.text}</p>}
            <p class="small">{[update.agency?.name, momentText(update.at, language)].filter(Boolean).join(', ')}</p>
            <Photos feedbackId={view.feedbackId} media={update.media} />
          </li>
        ))}
      </ol>
    </Section>
  );
};

export const History = ({ view }: OfView) => {
  const t = useFeedbackTexts();
  const language = useLanguage();
  const roleName = useRoleName();
  return (
    <details class="dossier-section history">
      <summary><h3>{t('history')}</h3></summary>
      <ol class="history-lines">
        {view.history.map((entry) => (
          <li key={entry.seq}>
            <p><strong>{happened(entry.act, t)}</strong>: {entry.from === null ? '–' : nameOfFeedbackState(entry.from)[language]} → {nameOfFeedbackState(entry.to)[language]}</p>
            <p class="small">{timeText(entry.at)} {shortDayText(entry.at, language)}, {[entry.name, entry.by.role === undefined ? undefined : roleName(entry.by.role as Role)].filter(Boolean).join(', ')}</p>
            {entry.reason !== undefined && <p class="typed">{t('reason')}: {entry.reason}</p>}
          </li>
        ))}
      </ol>
    </details>
  );
};
