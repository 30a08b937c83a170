import { useRef, useState } from 'preact/hooks';
import type { ProblemBody } from '../../../shared/contracts/problems.ts';
import { call, newRequestKey } from '../../client/client.ts';
import { Button } from '../../components/button.tsx';
import { useLanguage } from '../../components/language.ts';
import { Panel } from '../../components/panel.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { feedbackPath } from '../../format/feedback-addresses.ts';
import { inLanguage } from '../../format/addresses.ts';
import { reportText } from '../../messages/report.ts';
import { deviceOf, type Draft } from './draft.ts';
import { keep } from '../../client/keep.ts';
import type { Near } from './use-advice.ts';

/** Open reports nearby, before another is sent: the same matter gets a voice more instead of a double. */
export const NearList = ({ near, draft, onJoined }: { readonly near: Near; readonly draft: Draft; readonly onJoined: (trackingCode: string) => void }) => {
  const language = useLanguage();
  const t = reportText(language);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ProblemBody>();
  const keys = useRef<Record<string, string>>({});
  const join = async (trackingCode: string): Promise<void> => {
    setBusy(true);
    setProblem(undefined);
    const phone = draft.sender === 'phone' ? draft.phone.trim() : '';
    const device = await deviceOf(await keep());
    const answer = await call('addVoice', { params: { trackingCode }, key: (keys.current[trackingCode] ??= newRequestKey()), body: { contact: phone === '' ? {} : { phone }, device } });
    setBusy(false);
    if (answer.ok) onJoined(trackingCode); else setProblem(answer.problem);
  };
  if (near.length === 0) return null;
  return (
    <Panel tone="warm" id="gan-do" title={t('nearby')}>
      {problem !== undefined && <ProblemNotice problem={problem} />}
      <ul class="near-list">
        {near.map(({ trackingCode, text, metres, voices }) => (
          <li key={trackingCode}>
            <p>{text ?? t('nearbyNoText')} <span class="small">({t('nearbyAt', { metres })}{voices > 0 && `, ${t('nearbyVoices', { count: voices + 1 })}`})</span></p>
            <p class="button-row">
              <Button kind="secondary" small disabled={busy} onClick={() => { void join(trackingCode); }}>{t('nearbySame')}</Button>
              <a href={inLanguage(feedbackPath(trackingCode), language)} target="_blank" rel="noopener">{t('nearbyLook')}<span class="visually-hidden"> {trackingCode}</span></a>
            </p>
          </li>
        ))}
      </ul>
    </Panel>
  );
};
