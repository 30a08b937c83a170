import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { Icon } from '../components/icon.tsx';
import { useTexts } from './messages.ts';

type DialogProps = { readonly title: string; readonly onClose: () => void; readonly children: ComponentChildren; readonly class?: string };

/** A modal dialog: the browser keeps the focus inside, Escape closes, the focus returns where it was. */
export const Dialog = ({ title, onClose, children, class: extra = '' }: DialogProps) => {
  const t = useTexts();
  const box = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  // at once: what is typed next belongs to the dialog
  useLayoutEffect(() => {
    const before = document.activeElement;
    box.current?.showModal();
    // the first field, not the way out
    box.current?.querySelector<HTMLElement>('input:not([type=checkbox]), textarea')?.focus();
    return () => { if (before instanceof HTMLElement && before.isConnected) before.focus(); };
  }, []);
  return (
    <dialog ref={box} class={`dialog ${extra}`} aria-labelledby={titleId} onCancel={(event) => { event.preventDefault(); onClose(); }}>
      <div class="dialog-head">
        <h2 id={titleId}>{title}</h2>
        <button type="button" class="icon-button" aria-label={t('close')} onClick={onClose}><Icon name="cross" size={20} /></button>
      </div>
      {children}
    </dialog>
  );
};
