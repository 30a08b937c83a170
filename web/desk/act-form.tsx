import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '../components/button.tsx';
import { Notice } from '../components/notice.tsx';
import { Dialog } from './dialog.tsx';
import { useDraft } from './draft.ts';
import { useTexts } from './messages.ts';
import type { ActDialogProps } from './reason-dialog.tsx';

/** Of a dossier, or of a report: what may be done with it now. */
type Allowing = { readonly allowed: readonly string[] };

type ActFormProps = ActDialogProps<Allowing> & {
  readonly act: string; readonly title: string; readonly confirm: string;
  /** the first field that is wrong, by its id; undefined sends */
  readonly wrong: string | undefined;
  /** false: there is nothing to confirm */
  readonly ready?: boolean;
  readonly onChecked: () => void;
  /** true when it was done */
  readonly onSend: () => Promise<boolean>;
  readonly children: ComponentChildren;
};

/** A dialog that carries an act out: what went wrong stays on top, what was typed stays in it, and an act that is no longer allowed cannot be sent. */
export const ActForm = ({ act, title, confirm, wrong, ready = true, onChecked, onSend, view, busy, trouble, onClose, children }: ActFormProps) => {
  const t = useTexts();
  const allowed = view.allowed.includes(act);
  const send = async (event: Event): Promise<void> => {
    event.preventDefault();
    onChecked();
    if (wrong !== undefined) { document.getElementById(wrong)?.focus(); return; }
    if (await onSend()) onClose();
  };
  return (
    <Dialog title={title} onClose={onClose}>
      {trouble}
      {!allowed && <Notice kind="warn" title={t('noLongerAllowed')} live />}
      <form noValidate onSubmit={(event) => { void send(event); }}>
        {children}
        <div class="button-row">
          {allowed && ready && <Button type="submit" disabled={busy}>{busy ? t('doing') : confirm}</Button>}
          <Button kind="quiet" onClick={onClose}>{t('cancel')}</Button>
        </div>
      </form>
    </Dialog>
  );
};

/** What is typed into a dialog of several fields outlives a reload and signing in again; `empty` is what a new one begins with. */
export const useFields = <T extends object>(name: string, empty: T) => {
  const [draft, setDraft] = useDraft(name);
  const [checked, setChecked] = useState(false);
  const read = (): T => { try { return draft === '' ? empty : { ...empty, ...JSON.parse(draft) as Partial<T> }; } catch { return empty; } };
  const fields = read();
  return {
    fields, checked, begun: draft !== '',
    set: (change: Partial<T>): void => { setDraft(JSON.stringify({ ...fields, ...change })); },
    check: (): void => { setChecked(true); },
    forget: (): void => { setDraft(''); },
  };
};
