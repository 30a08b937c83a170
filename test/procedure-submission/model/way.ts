import type { Life } from './life.ts';
import { statusOf } from './life.ts';

/** Where a dossier stands on the way its procedure declares (roles of the steps, first and last at the one-stop desk), read off its diary: which step, and whether its owner has received it. */
export const placeOf = ({ rules: { way = [] }, diary }: Life): { readonly step: number; readonly received: boolean } => {
  let [step, received] = [0, false];
  for (const { act } of diary) {
    if (act === 'accept' || act === 'transfer') [step, received] = [0, true];
    if (act === 'hand-on') [step, received] = [step + 1, false];
    if (act === 'send-back') [step, received] = [step - 1, false];
    if (act === 'finish') [step, received] = [way.length - 1, false];
    if (act === 'take' || act === 'receive') received = true;
  }
  return { step, received };
};

export const ownerOf = (life: Life): string | undefined => life.rules.way?.[placeOf(life).step];

/** Whether the way keeps an act from happening though the status would allow it. Without a declared way, taking and finishing are the hand-overs. */
export const wayForbids = (life: Life, act: string): boolean => {
  const { way } = life.rules;
  if (way === undefined) return ['hand-on', 'receive', 'send-back'].includes(act);
  const { step, received } = placeOf(life);
  const [lastWork, last] = [way.length - 2, way.length - 1];
  const begins = statusOf(life) === 2 && way[step] === 'case-officer';
  switch (act) {
    case 'take': return received || !begins;
    case 'receive': return received || begins;
    case 'hand-on': return !received || step >= lastWork;
    case 'send-back': return step === 0 || step === last;
    case 'finish': return !received || step !== lastWork;
    default: return false;
  }
};
