import { useEffect, useState } from 'preact/hooks';
import { call } from '../../client/client.ts';
import type { Answer } from '../../client/contract-types.ts';
import { useLanguage } from '../../components/language.ts';

export type Reference = Answer<'listFeedbackCategories'>;
const nothing: Reference = { items: [], guidance: [], refusals: [], mostMedia: 10, reopenDays: 5, intakeAgency: '' };
let asked: Promise<Reference | undefined> | undefined;

/** Categories, reasons of refusal and guidance; empty until known. */
export const useReference = (): Reference => {
  const [known, setKnown] = useState(nothing);
  useEffect(() => {
    let wanted = true;
    // a failure is not remembered: the next that asks asks again
    asked ??= call('listFeedbackCategories', {}).then((answer) => { if (!answer.ok) asked = undefined; return answer.ok ? answer.body : undefined; });
    void asked.then((found) => { if (wanted && found !== undefined) setKnown(found); });
    return () => { wanted = false; };
  }, []);
  return known;
};

/** Names of categories by code; the code itself while they are not known. */
export const useCategoryName = (): ((code: string) => string) => {
  const { items } = useReference();
  const language = useLanguage();
  return (code) => items.find((category) => category.code === code)?.name[language] ?? code;
};
