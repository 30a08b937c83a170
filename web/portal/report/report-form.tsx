import { useEffect, useState } from 'preact/hooks';
import { Button } from '../../components/button.tsx';
import { ErrorSummary, type FormError } from '../../components/error-summary.tsx';
import { useLanguage } from '../../components/language.ts';
import { Notice } from '../../components/notice.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { timeText } from '../../format/dates.ts';
import { reportText } from '../../messages/report.ts';
import { CategoryField } from './category-field.tsx';
import type { Draft } from './draft.ts';
import { faultsIn, faultsOf } from './faults.ts';
import { EmergencyLine, GuidanceNotice } from './guidance.tsx';
import { NearList } from './near-list.tsx';
import { PlaceField } from './place-field.tsx';
import { SenderField } from './sender-field.tsx';
import { ShotsField } from './shots-field.tsx';
import { ReportTextField } from './text-field.tsx';
import { useAdvice, useCategories, useNear } from './use-advice.ts';
import type { ChangeDraft } from './use-report-draft.ts';

type ReportFormProps = { readonly draft: Draft; readonly change: ChangeDraft; readonly savedAt: string | undefined; readonly failed: boolean; readonly onSend: () => void; readonly onJoined: (trackingCode: string) => void };
const MOST_SHOTS = 10;

/** Photo, place, words: in this order, on one page, with everything but the place left to choice. */
export const ReportForm = ({ draft, change, savedAt, failed, onSend, onJoined }: ReportFormProps) => {
  const language = useLanguage();
  const t = reportText(language);
  const categories = useCategories();
  const advice = useAdvice(draft.text);
  const near = useNear(draft);
  const [attempt, setAttempt] = useState(0);
  const [faults, setFaults] = useState<readonly FormError[]>([]);
  const [goneOn, setGoneOn] = useState<string>();
  const { problem } = draft;
  useEffect(() => {
    const suggested = advice === undefined || advice.abstained ? '' : advice.category;
    if (advice !== undefined && !draft.byHand && suggested !== draft.category) change({ category: suggested });
    if (advice?.urgency === 'emergency' && draft.urgent === undefined) change({ urgent: true });
  }, [advice]);
  // what the province would not have stands at its place; a problem of no place stands above
  const placed = problem === undefined ? [] : faultsIn(problem, language);
  const errors = [...faults, ...placed];
  const errorOf = (field: string): string | undefined => errors.find((error) => error.field === field)?.text;
  const guidance = advice?.guidance === undefined || goneOn === advice.guidance.kind ? undefined : advice.guidance;
  const send = (event: Event): void => {
    event.preventDefault();
    const found = faultsOf(draft, t);
    setFaults(found);
    setAttempt((before) => before + 1);
    if (found.length === 0) onSend();
  };
  const edit: ChangeDraft = (part) => { setFaults([]); change(part); };
  return (
    <form class="form report-form" noValidate onSubmit={send}>
      <ErrorSummary errors={errors} attempt={attempt} />
      {problem !== undefined && placed.length === 0 && <ProblemNotice problem={problem} title={t('refusedTitle')} />}
      <EmergencyLine />
      <ShotsField shots={draft.shots} most={categories?.mostMedia ?? MOST_SHOTS} error={errorOf('anh')} onShots={(next) => { edit((before) => ({ shots: next(before.shots) })); }} />
      <PlaceField draft={draft} change={edit} problem={problem} error={errorOf('dia-chi')} />
      <ReportTextField value={draft.text} error={errorOf('noi-dung')} onValue={(text) => { edit({ text }); }} />
      {guidance !== undefined ? <GuidanceNotice guidance={guidance} onGoOn={() => { setGoneOn(guidance.kind); }} /> : (
        <>
          {categories !== undefined && <CategoryField draft={draft} change={edit} categories={categories} advice={advice} error={errorOf('loai')} />}
          <div class="tick">
            <input type="checkbox" id="gap" checked={draft.urgent === true} aria-describedby="gap-hint" onChange={(event) => { edit({ urgent: event.currentTarget.checked }); }} />
            <label for="gap">{t('urgent')}</label>
            <p id="gap-hint" class="govuk-hint small">{t('urgentHint')}</p>
          </div>
          <NearList near={near} draft={draft} onJoined={onJoined} />
          <SenderField draft={draft} change={edit} error={errorOf('dien-thoai')} />
          {failed && <Notice kind="warn"><p>{t('savedNot')}</p></Notice>}
          <div class="send-row">
            <Button type="submit">{t('send')}</Button>
            <p class="small" role="status">{savedAt === undefined ? '' : t('saved', { time: timeText(savedAt) })}</p>
          </div>
        </>
      )}
    </form>
  );
};
