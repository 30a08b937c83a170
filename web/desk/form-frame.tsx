import type { ComponentChildren } from 'preact';
import { Button } from '../components/button.tsx';
import { useLanguage } from '../components/language.ts';
import { shortDayText, timeText } from '../format/dates.ts';
import { translator, type Language } from '../messages/translator.ts';
import { Dialog } from './dialog.tsx';
import { en } from './forms.en.ts';
import { vi } from './forms.vi.ts';

const formTexts = translator({ vi, en });
export const useFormTexts = () => formTexts(useLanguage());

/** `10:42 25/11/2026`. */
export const at = (instant: string, language: Language): string => `${timeText(instant)} ${shortDayText(instant, language)}`;

type FrameProps = { readonly title: string; readonly form: { readonly form: string; readonly regulation: string; readonly title: string } | undefined; readonly tools?: ComponentChildren; readonly onClose: () => void; readonly children: ComponentChildren };

/** A form of the regulation in force, on the screen as on paper: what is printed is what is seen. */
export const FormFrame = ({ title, form, tools, onClose, children }: FrameProps) => {
  const t = useFormTexts();
  return (
    <Dialog title={title} onClose={onClose} class="form-paper">
      <div class="form-tools">{tools}<Button kind="secondary" onClick={() => { print(); }}>{t('print')}</Button></div>
      {form !== undefined && <p class="form-number small">{form.form} ({form.regulation})</p>}
      {form !== undefined && <p class="form-title">{form.title}</p>}
      {children}
    </Dialog>
  );
};
