import { useRef, useState } from 'preact/hooks';
import { mostCharacters } from '../../client/feedback-routes.gen.ts';
import { Button } from '../../components/button.tsx';
import { TextArea } from '../../components/field.tsx';
import { useLanguage } from '../../components/language.ts';
import { reportText } from '../../messages/report.ts';

/** As browsers offer it, under one name or the other. */
type Recogniser = { lang: string; interimResults: boolean; continuous: boolean; onresult: (event: { resultIndex: number; results: ArrayLike<ArrayLike<{ transcript: string }> & { isFinal: boolean }> }) => void; onerror: () => void; onend: () => void; start: () => void; stop: () => void };
type Speech = Partial<Record<'SpeechRecognition' | 'webkitSpeechRecognition', new () => Recogniser>>;
const speech = (): (new () => Recogniser) | undefined => { const { SpeechRecognition, webkitSpeechRecognition } = globalThis as Speech; return SpeechRecognition ?? webkitSpeechRecognition; };

/** What happened, typed or spoken. */
export const ReportTextField = ({ value, error, onValue }: { readonly value: string; readonly error?: string | undefined; readonly onValue: (text: string) => void }) => {
  const language = useLanguage();
  const t = reportText(language);
  const [state, setState] = useState<'silent' | 'listening' | 'failed'>('silent');
  const recogniser = useRef<Recogniser | undefined>(undefined);
  const latest = useRef(value);
  latest.current = value;
  const Speech = speech();
  const listen = (): void => {
    if (Speech === undefined) return;
    const one = new Speech();
    Object.assign(one, { lang: 'vi-VN', interimResults: false, continuous: true });
    one.onresult = ({ resultIndex, results }) => {
      for (let i = resultIndex; i < results.length; i++) {
        const heard = results[i]?.[0]?.transcript.trim() ?? '';
        if (heard !== '') onValue(`${latest.current}${latest.current.trim() === '' ? '' : ' '}${heard}`.slice(0, mostCharacters));
      }
    };
    one.onerror = () => { setState('failed'); };
    one.onend = () => { setState((now) => (now === 'failed' ? now : 'silent')); };
    recogniser.current = one;
    one.start();
    setState('listening');
  };
  return (
    <div class="report-text">
      <TextArea id="noi-dung" label={t('text')} hint={t('textHint')} error={error} rows={4} value={value} onValue={(typed) => { onValue(typed.slice(0, mostCharacters)); }} />
      {Speech !== undefined && (
        <p class="button-row">
          <Button kind="secondary" small aria-pressed={state === 'listening'} onClick={() => { if (state === 'listening') recogniser.current?.stop(); else listen(); }}>{t(state === 'listening' ? 'dictateStop' : 'dictate')}</Button>
          <span role="status" class="small">{state === 'listening' ? t('dictating') : state === 'failed' ? t('dictateFailed') : ''}</span>
        </p>
      )}
    </div>
  );
};
