import { useState } from 'preact/hooks';
import type { ComponentChildren } from 'preact';
import type { Outcome } from '../client/client.ts';
import { useTexts } from './messages.ts';
import { Refusal, useRefusedAt } from './refusal.tsx';
import { useWrite } from './use-answer.ts';

type Sending<T> = { readonly faults: Readonly<Record<string, string | undefined>>; readonly ask: () => Promise<Outcome<T>>; readonly sent: () => void };

/** What a form that writes one thing goes through: faults show once it was sent, nothing goes while there are any, and what was written is said. */
export const useFilling = () => {
  const [checked, setChecked] = useState(false);
  const [saved, setSaved] = useState(false);
  const { busy, problem, write } = useWrite();
  const refusedAt = useRefusedAt(problem);
  const send = async <T,>({ faults, ask, sent }: Sending<T>): Promise<void> => {
    setChecked(true);
    if (Object.values(faults).some((fault) => fault !== undefined) || (await write(ask)) === undefined) return;
    setChecked(false);
    setSaved(true);
    sent();
  };
  return { busy, problem, saved, refusedAt, send, typing: () => { setSaved(false); }, error: (fault: string | undefined): string | undefined => (checked ? fault : undefined) };
};

type Props = { readonly title: string; readonly filling: Pick<ReturnType<typeof useFilling>, 'problem' | 'saved'>; readonly onSend: () => Promise<void>; readonly children: ComponentChildren };
/** A form folded away behind what it is for. */
export const FoldedForm = ({ title, filling: { problem, saved }, onSend, children }: Props) => {
  const t = useTexts();
  return (
    <details class="govuk-details">
      <summary class="govuk-details__summary"><span class="govuk-details__summary-text">{title}</span></summary>
      <form class="govuk-details__text" noValidate onSubmit={(event) => { event.preventDefault(); void onSend(); }}>
        <Refusal problem={problem} />
        {children}
      </form>
      {saved && <p role="status" class="small">{t('saved')}</p>}
    </details>
  );
};
