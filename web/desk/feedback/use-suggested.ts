import { useEffect, useState } from 'preact/hooks';
import { call } from '../../client/client.ts';
import type { Answer } from '../../client/contract-types.ts';
import type { Point } from './projection.ts';

type Advice = Answer<'suggestCategory'> & { readonly nearby: Answer<'listNearbyFeedback'>['items'] };
const PAUSE_MS = 600;
const fewestLetters = 8;

/** What the classifier makes of a text, and what lies near, once the typing pauses; undefined until known. */
export const useSuggested = (text: string, point: Point | undefined): Advice | undefined => {
  const [advice, setAdvice] = useState<Advice>();
  const at = point === undefined ? '' : `${point.lat} ${point.long}`;
  useEffect(() => {
    if (text.trim().length < fewestLetters) { setAdvice(undefined); return undefined; }
    let wanted = true;
    const ask = async (): Promise<void> => {
      const [said, near] = await Promise.all([
        call('suggestCategory', { body: { text: text.slice(0, 5000) } }),
        point === undefined || Math.abs(point.lat) > 90 ? undefined : call('listNearbyFeedback', { query: { lat: point.lat, long: point.long, text: text.slice(0, 500) } }),
      ]);
      if (wanted && said.ok) setAdvice({ ...said.body, nearby: near?.ok === true ? near.body.items : [] });
    };
    const timer = setTimeout(() => { void ask(); }, PAUSE_MS);
    return () => { wanted = false; clearTimeout(timer); };
  }, [text, at]);
  return advice;
};
