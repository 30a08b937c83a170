/**
 * `npm run learn [-- --week 2026-11-16] [--stage <stage>]`: what every Monday does, now. Counts how suggestions fared in the
 * week before this one, or in that of the day named, then learns again from what was sorted. Safe at any time and twice.
 */
import { parseArgs } from 'node:util';
import { IsoDate } from '../../shared/kernel/vietnam-time.ts';
import { deployedOn } from './deployed.ts';

type Counted = { readonly week: string; readonly settled: number; readonly abstained: number; readonly corrected: number; readonly risen: number };
type Learned = { readonly published: 0 | 1; readonly why?: string; readonly judgedOn: number; readonly before: number; readonly after: number };

const { values: { stage = 'local', week } } = parseArgs({ options: { stage: { type: 'string' }, week: { type: 'string' } } });
const { functionNamed, invoke } = deployedOn(stage);
/** A failed run is answered with nothing. */
const run = async <Figures>(output: string, input: unknown): Promise<Figures> => {
  const figures = await invoke(await functionNamed('FeedbackClassification', output), input) as Figures | null;
  if (figures === null) throw new Error('The run failed; its log says why.');
  return figures;
};
/** Counted is the week before the one an instant lies in. */
const due = week === undefined ? {} : { time: new Date(new Date(`${IsoDate.parse(week)}T00:00:00+07:00`).getTime() + 7 * 86_400_000).toISOString() };

const counted = await run<Counted>('CountCorrectionsFunction', due);
process.stdout.write(`week of ${counted.week}: ${counted.settled} reports sorted, ${counted.abstained} suggestions left to a person, ${counted.corrected} corrected; ${counted.risen === 0 ? 'nothing' : counted.risen} corrected more than before\n`);
const { published, why, judgedOn, before, after } = await run<Learned>('RetrainClassifierFunction', {});
const judged = `of ${judgedOn} reports neither learned from the model in force was right about ${before}, the new one about ${after}`;
process.stdout.write(published === 1 ? `a new model was published: ${judged}\n` : why === 'too-few-examples' ? `nothing was learned: ${judgedOn} sorted reports are too few to judge by\n` : `the model in force was kept (${why}): ${judged}\n`);
