import { useEffect, useRef } from 'preact/hooks';
import { fieldId } from './content.ts';
import { useCatalogueText } from './editing.tsx';

/** To the field of a place, whatever is folded around it. */
export const lead = (pointer: string): void => {
  const target = document.getElementById(fieldId(pointer)) ?? document.getElementById(fieldId(`${pointer}/vi`));
  for (let fold = target?.closest('details'); fold != null; fold = fold.parentElement?.closest('details')) fold.open = true;
  target?.focus();
  target?.scrollIntoView({ block: 'center' });
};

type Fault = { readonly pointer: string; readonly text: string };

/** Everything wrong with the draft that was saved last, each leading to its field, whatever is folded around it. */
export const FaultList = ({ faults, attempt }: { readonly faults: readonly Fault[]; readonly attempt: number }) => {
  const t = useCatalogueText();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => { if (attempt > 0) box.current?.focus(); }, [attempt]);
  if (faults.length === 0) return null;
  return (
    <div class="govuk-error-summary" ref={box} tabIndex={-1} role="alert">
      <h2 class="govuk-error-summary__title">{t('faults', { count: faults.length })}</h2>
      <ul class="govuk-list govuk-error-summary__list">
        {faults.slice(0, 20).map(({ pointer, text }) => <li key={pointer + text}><a href={`#${fieldId(pointer)}`} onClick={(event) => { event.preventDefault(); lead(pointer); }}>{`${pointer}: ${text}`}</a></li>)}
      </ul>
    </div>
  );
};
