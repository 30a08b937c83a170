import { trackingCodeIn } from '../tracking-code.ts';

/** The tracking code in the address. Helps the form: keeps what was typed, and says at once when it is no code. */
export const codeInAddress = (): string | undefined => {
  const typed = new URLSearchParams(location.search).get('ma') ?? '';
  const code = trackingCodeIn(typed);
  const form = document.querySelector<HTMLFormElement>('#ma-mau');
  const input = document.querySelector<HTMLInputElement>('#ma');
  if (form === null || input === null) return code;
  const judge = (text: string): boolean => {
    const wrong = trackingCodeIn(text) === undefined;
    document.getElementById('ma-error')?.toggleAttribute('hidden', !wrong);
    input.classList.toggle('govuk-input--error', wrong);
    input.parentElement?.classList.toggle('govuk-form-group--error', wrong);
    input.toggleAttribute('aria-invalid', wrong);
    return !wrong;
  };
  input.value = code ?? typed;
  if (typed !== '') judge(typed);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (judge(input.value)) location.assign(`?ma=${trackingCodeIn(input.value) ?? ''}`); else input.focus();
  });
  return code;
};
