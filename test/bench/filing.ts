import { setTimeout as pause } from 'node:timers/promises';
import type { Province } from '../../infra/local/province.ts';
import type { Session } from '../../infra/local/seed/sign-in.ts';
import { filingRatio } from '../budgets/limits.ts';
import { between, seededRandom } from '../kernel/random.ts';
import { preparedFilings, signedInCitizens } from './citizens.ts';
import { milliseconds, percentile, rounded } from './figure.ts';
import type { Figure } from './figure.ts';
import { nullFunction } from './null-function.ts';
import { awsMilliseconds } from './timed-session.ts';

const users = 20;
const each = 5;
const seed = 20261122;
/** Milliseconds a person lets pass between two requests. Without them twenty people are a race for the laptop's processors. */
const thinking = [1500, 4500] as const;

/** `own` is a filing without what it waited for AWS, which the answer tells (`Server-Timing`). */
type Timed = { readonly filing: number[]; readonly own: number[]; readonly nothing: number[]; readonly errors: string[] };

const timed = async (request: () => Promise<Response>, result: Timed, into: 'filing' | 'nothing'): Promise<void> => {
  const begun = performance.now();
  const answer = await request();
  const text = await answer.text();
  const whole = performance.now() - begun;
  result[into].push(whole);
  if (into === 'filing') result.own.push(whole - awsMilliseconds(answer));
  if (answer.status !== (into === 'filing' ? 201 : 200)) result.errors.push(`${answer.status} ${text.slice(0, 200)}`);
};

/** Everybody files and calls the null function, in turns and in no step with the others: both meet the same machine at the same load. */
const run = async (prepared: ReadonlyMap<Session, readonly (() => Promise<Response>)[]>, nothing: (citizen: Session) => Promise<Response>): Promise<Timed> => {
  const result: Timed = { filing: [], own: [], nothing: [], errors: [] };
  await Promise.all([...prepared].map(async ([citizen, filings], place) => {
    const random = seededRandom(seed + place);
    for (const [turn, file] of filings.entries()) {
      const both = [() => timed(file, result, 'filing'), () => timed(() => nothing(citizen), result, 'nothing')];
      for (const one of (place + turn) % 2 === 0 ? both : both.toReversed()) {
        await pause(between(random, ...thinking));
        await one();
      }
    }
  }));
  return result;
};

/** Filing against doing nothing, behind the same gateway and authoriser on the same emulator. */
export const filing = async (province: Province): Promise<Figure> => {
  const citizens = await signedInCitizens(province, users);
  const nothing = await nullFunction(province);
  try {
    const callNothing = (citizen: Session): Promise<Response> => citizen.send('POST', nothing.path, {});
    const warmUp = await preparedFilings(province, citizens, 1);
    await run(warmUp, callNothing);
    const result = await run(await preparedFilings(province, citizens, each), callNothing);
    const of = (samples: readonly number[]) => ({ p50: rounded(percentile(samples, 0.5)), p99: rounded(percentile(samples, 0.99)) });
    const [ours, own, none] = [of(result.filing), of(result.own), of(result.nothing)];
    const ratio = rounded(own.p50 / none.p50, 2);
    const whole = rounded(ours.p50 / none.p50, 2);
    return {
      title: 'Filing under load', how: `${users * each} dossiers by ${users} citizens, about ${Math.round(2 * users / (thinking[0] + thinking[1]) * 1000)} requests a second, in turns with a null function behind the same gateway and authoriser`,
      lines: [
        { what: 'our time per request, against the null function', value: `${ratio.toFixed(2)}x at p50`, limit: `${filingRatio.toFixed(1)}x`, kept: ratio <= filingRatio },
        { what: 'the same with the waiting for AWS', value: `${whole.toFixed(2)}x at p50` },
        { what: 'filing', value: `${milliseconds(ours.p50)} p50, ${milliseconds(ours.p99)} p99` },
        { what: 'filing without waiting for AWS', value: `${milliseconds(own.p50)} p50, ${milliseconds(own.p99)} p99` },
        { what: 'null function', value: `${milliseconds(none.p50)} p50, ${milliseconds(none.p99)} p99` },
        { what: 'errors', value: String(result.errors.length), limit: '0', kept: result.errors.length === 0 },
      ],
      data: { users, seed, thinkingMilliseconds: thinking, dossiers: users * each, filing: ours, filingOwn: own, nullFunction: none, ratio, wholeRatio: whole, errors: result.errors.slice(0, 5) },
    };
  } finally {
    await nothing.remove();
  }
};
