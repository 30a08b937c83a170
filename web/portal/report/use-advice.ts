import { useEffect, useRef, useState } from 'preact/hooks';
import { call } from '../../client/client.ts';
import type { Answer } from '../../client/contract-types.ts';
import type { Draft } from './draft.ts';

export type Advice = Answer<'suggestCategory'>;
export type Near = Answer<'listNearbyFeedback'>['items'];
export type Categories = Answer<'listFeedbackCategories'>;
const PAUSE_MS = 600, FEWEST_LETTERS = 6;

export const useCategories = (): Categories | undefined => {
  const [categories, setCategories] = useState<Categories>();
  useEffect(() => {
    const read = (): void => { void call('listFeedbackCategories', {}).then((answer) => { if (answer.ok) setCategories(answer.body); }); };
    read();
    addEventListener('online', read, { once: true });
    return () => { removeEventListener('online', read); };
  }, []);
  return categories;
};

/** Asks a moment after the last change; an older answer never overtakes a newer one, and without a network there is none. */
const useAsked = <T>(question: string, ask: () => Promise<T | undefined>): T | undefined => {
  const [answer, setAnswer] = useState<T>();
  const newest = useRef('');
  useEffect(() => {
    newest.current = question;
    if (question === '') { setAnswer(undefined); return undefined; }
    const timer = setTimeout(() => { void ask().then((found) => { if (newest.current === question) setAnswer(found); }); }, PAUSE_MS);
    return () => { clearTimeout(timer); };
  }, [question]);
  return answer;
};

/** What the classifier makes of the text, while it is typed. */
export const useAdvice = (text: string): Advice | undefined => useAsked(text.trim().length < FEWEST_LETTERS ? '' : text.trim(), async () => {
  const answer = await call('suggestCategory', { body: { text } });
  return answer.ok ? answer.body : undefined;
});

/** Open reports near the place that may be of the same matter. */
export const useNear = ({ spot, category, text }: Draft): Near => {
  const wish = spot === undefined ? undefined : { lat: spot.lat, long: spot.long, ...(category === '' ? {} : { category }), ...(text.trim() === '' ? {} : { text: text.trim().slice(0, 500) }) };
  return useAsked(wish === undefined ? '' : JSON.stringify(wish), async () => {
    const answer = wish === undefined ? undefined : await call('listNearbyFeedback', { query: wish });
    return answer?.ok === true ? answer.body.items.slice(0, 3) : undefined;
  }) ?? [];
};
