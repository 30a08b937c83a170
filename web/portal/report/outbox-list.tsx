import { Button } from '../../components/button.tsx';
import { useLanguage } from '../../components/language.ts';
import { Panel } from '../../components/panel.tsx';
import { inLanguage } from '../../format/addresses.ts';
import { momentText, timeText } from '../../format/dates.ts';
import { feedbackAddresses, feedbackPath } from '../../format/feedback-addresses.ts';
import { reportText } from '../../messages/report.ts';
import type { Waiting } from './draft.ts';
import type { Outbox } from './use-outbox.ts';

type OutboxListProps = { readonly outbox: Outbox; /** shown elsewhere on the page */ readonly except?: string | undefined; readonly onMend: (waiting: Waiting) => void };

/** What waits on this device, and the codes of what was sent from it. */
export const OutboxList = ({ outbox, except, onMend }: OutboxListProps) => {
  const language = useLanguage();
  const t = reportText(language);
  const waiting = outbox.waiting.filter(({ id }) => id !== except), sent = outbox.sent.filter(({ id }) => id !== except);
  return (
    <>
      {waiting.length > 0 && (
        <Panel tone="warm" id="cho-gui" title={t('outbox')}>
          <ul class="outbox">
            {waiting.map((one) => (
              <li key={one.id}>
                <p>{one.draft.text === '' ? t('outboxNoText') : one.draft.text} <span class="small">{momentText(one.at, language)}{one.draft.shots.length > 0 && `, ${t('outboxPhotos', { count: one.draft.shots.length })}`}</span></p>
                {one.retryAt !== undefined && <p class="small">{t('waitingUntil', { time: timeText(one.retryAt) })}</p>}
                {one.parked === true && <Button kind="secondary" small onClick={() => { onMend(one); }}>{t('outboxGoOn')}</Button>}
                {one.problem !== undefined && (
                  <><p class="field-fault">{language === 'vi' ? one.problem.title : one.problem.titleEn}</p><Button kind="secondary" small onClick={() => { onMend(one); }}>{t('refusedMend')}</Button></>
                )}
              </li>
            ))}
          </ul>
          <Button kind="secondary" small disabled={outbox.busy} onClick={() => { void outbox.push(); }}>{outbox.busy ? t('sending') : t('outboxNow')}</Button>
        </Panel>
      )}
      {sent.length > 0 && (
        <Panel id="da-gui" title={t('mine')}>
          <ul class="outbox">{sent.slice(0, 10).map(({ trackingCode, words, at }) => (
            <li key={trackingCode}><a class="nowrap" href={inLanguage(feedbackPath(trackingCode), language)}>{trackingCode}</a> <span>{words === '' ? t('outboxNoText') : words}</span> <span class="small">{momentText(at, language)}</span></li>
          ))}</ul>
          <p class="small"><a href={inLanguage(feedbackAddresses.mine, language)}>{t('mineAll')}</a></p>
        </Panel>
      )}
    </>
  );
};
