import { render } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { IssuedForm as Content } from '../../shared/contracts/form-routes.ts';
import type { ProblemBody } from '../../shared/contracts/problems.ts';
import type { Outcome } from '../client/client.ts';
import { issuedFormText } from '../messages/issued-form.ts';
import type { Language } from '../messages/translator.ts';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';
import { IssuedForm } from './issued-form.tsx';
import { LanguageContext, useLanguage } from './language.ts';
import { ProblemNotice } from './problem-notice.tsx';
import { Skeleton } from './skeleton.tsx';

type Shown = { readonly name: string; readonly read: () => Promise<Outcome<Content>> };

const FormDialog = ({ name, read, onClose }: Shown & { readonly onClose: () => void }) => {
  const t = issuedFormText(useLanguage());
  const box = useRef<HTMLDialogElement>(null);
  const [content, setContent] = useState<Content>();
  const [problem, setProblem] = useState<ProblemBody>();
  const load = (): void => {
    setProblem(undefined);
    void read().then((answer) => { if (answer.ok) setContent(answer.body); else setProblem(answer.problem); });
  };
  useLayoutEffect(() => { box.current?.showModal(); }, []);
  useEffect(load, []);
  return (
    <dialog ref={box} class="issued-dialog" aria-labelledby="giay-da-cap" onCancel={(event) => { event.preventDefault(); onClose(); }}>
      <div class="issued-tools">
        <h2 id="giay-da-cap">{name}</h2>
        <Button kind="secondary" small disabled={content === undefined} onClick={() => { print(); }}>{t('print')}</Button>
        <button type="button" class="issued-close" aria-label={t('close')} onClick={onClose}><Icon name="cross" size={20} /></button>
      </div>
      {problem !== undefined && <ProblemNotice problem={problem} onRetry={load} />}
      {content === undefined ? problem === undefined && <Skeleton lines={8} /> : <IssuedForm content={content} />}
    </dialog>
  );
};

/** Shows an issued form over the page, in a place of its own, so that printing gives the form and nothing else. */
export const showIssuedForm = ({ language, ...shown }: Shown & { readonly language: Language }): void => {
  const before = document.activeElement;
  const host = document.createElement('div');
  host.className = 'issued-host';
  document.body.append(host);
  const close = (): void => {
    render(null, host);
    host.remove();
    if (before instanceof HTMLElement && before.isConnected) before.focus();
  };
  render(<LanguageContext.Provider value={language}><FormDialog {...shown} onClose={close} /></LanguageContext.Provider>, host);
};
