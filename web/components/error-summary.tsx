import { useLayoutEffect, useRef } from 'preact/hooks';
import { useFormText } from './form-text.ts';

/** `field` is the id of the control; `label` names it where the sentence does not. */
export type FormError = { readonly field: string; readonly text: string; readonly label?: string };

/** All errors of a page on top of it, each leading to its field. Takes the focus once for every `attempt`, never while somebody types. */
export const ErrorSummary = ({ errors, attempt }: { readonly errors: readonly FormError[]; readonly attempt: unknown }) => {
  const t = useFormText();
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => { box.current?.focus(); }, [attempt]);
  if (errors.length === 0) return null;
  return (
    <div class="govuk-error-summary" ref={box} tabIndex={-1}>
      <div role="alert">
        <h2 class="govuk-error-summary__title">{t('errorTitle')}</h2>
        <ul class="govuk-list govuk-error-summary__list">
          {errors.map((error) => (
            <li key={`${error.field} ${error.text}`}>
              <a href={`#${error.field}`} onClick={(event) => {
                const target = document.getElementById(error.field);
                if (target === null) return;
                event.preventDefault();
                target.focus();
                target.scrollIntoView({ block: 'center' });
              }}>{error.label === undefined ? error.text : `${error.label}: ${error.text}`}</a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
};
