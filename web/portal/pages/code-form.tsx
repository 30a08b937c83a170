import { Button } from '../../components/button.tsx';
import { useFormText } from '../../components/form-text.ts';
import { useLanguage } from '../../components/language.ts';
import { trackText } from '../../messages/track.ts';

/** Asks for a tracking code and opens the same page with it; a plain form, which the script only helps. */
export const CodeForm = ({ button }: { readonly button: string }) => {
  const t = trackText(useLanguage());
  const words = useFormText();
  return (
    <form id="ma-mau" class="code-form" noValidate>
      <div class="govuk-form-group">
        <label class="govuk-label govuk-label--s" for="ma">{t('trackLabel')}</label>
        <div id="ma-hint" class="govuk-hint">{t('trackHint')}</div>
        <p id="ma-error" class="govuk-error-message" role="alert" hidden><span class="visually-hidden">{words('errorPrefix')} </span>{t('trackInvalid')}</p>
        <input class="govuk-input" id="ma" name="ma" autocomplete="off" autocapitalize="characters" spellcheck={false} maxLength={40} aria-describedby="ma-hint ma-error" />
      </div>
      <Button type="submit">{button}</Button>
    </form>
  );
};
