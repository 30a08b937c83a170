import fc from 'fast-check';
import { generatedCalendars } from '../../kernel/generated-cases.ts';
import { seededRandom } from '../../kernel/random.ts';
import { actRows, type ActRow } from './acts.ts';
import type { Setting, World } from './world.ts';

const calendarSeed = 20261122;
/** Ordinary and odd weeks, days off and worked strewn over the years; a day at either end, so that every date of a life can be promised. */
const calendars = generatedCalendars(seededRandom(calendarSeed)).map((spec) => ({
  ...spec, days: [...spec.days, ...['2019-01-01', '2030-01-01'].filter((date) => !spec.days.some((day) => day.date === date)).map((date) => ({ date, kind: 'OFF' as const, name: { vi: date, en: date }, source: 'test', confirmed: true }))],
}));

const term = fc.option(fc.record({ amount: fc.nat(15), unit: fc.constantFrom('WORKING_DAY' as const), cutOff: fc.constantFrom(undefined, undefined, '15:00', '10:30') })
  .map(({ amount, unit, cutOff }) => ({ amount, unit, ...(cutOff === undefined ? {} : { cutOff }) })), { freq: 8, nil: undefined });
/** Half of the procedures declare no steps; of the others the work is done in one or several. */
const declared = [['case-officer'], ['case-officer', 'leader'], ['leader', 'case-officer'], ['case-officer', 'case-officer', 'leader']] as const;
const way = fc.option(fc.constantFrom(...declared).map((work) => ['one-stop-clerk', ...work, 'one-stop-clerk']), { nil: undefined, freq: 2 });

export const setting: fc.Arbitrary<Setting> = fc.record({
  calendars: fc.array(fc.constantFrom(...calendars), { minLength: 1, maxLength: 3 }), terms: fc.array(term, { minLength: 1, maxLength: 2 }), way,
  begins: fc.integer({ min: 0, max: 400 * 1440 }).map((minute) => new Date(Date.UTC(2023, 5, 1) + minute * 60_000)),
});

/** The model of fast-check is the world itself: it holds both sides. `check` keeps most tries to what may happen now. */
type Model = { readonly world: World };
type Command = fc.AsyncCommand<Model, World>;

const minutes = fc.oneof({ weight: 3, arbitrary: fc.nat(600) }, { weight: 3, arbitrary: fc.nat(4 * 1440) }, { weight: 1, arbitrary: fc.nat(20 * 1440) }, { weight: 1, arbitrary: fc.constant(-0.05) });
const which = fc.nat(2);
const rows = fc.constantFrom(...actRows);
const most = 3;

const command = (text: string, check: (world: World) => boolean, run: (world: World) => Promise<void>): Command =>
  ({ check: ({ world }) => check(world), run: (_, world) => run(world), toString: () => text });

/** What moves a life on is chosen most often, what ends it seldom: or lives would be short. */
const often: Readonly<Record<string, number>> = {
  accept: 20, take: 16, 'hand-on': 20, receive: 24, finish: 16, 'send-back': 5, 'report-progress': 5, recompute: 5, transfer: 3, 'request-supplement': 3, 'request-payment': 3, stop: 3, withdraw: 1, refuse: 1, succeed: 1,
};
const possible = (world: World, life: number): ActRow[] => actRows.filter((row) => world.mayTry(row, life)).flatMap((row) => Array.from({ length: often[row.act] ?? 8 }, () => row));

/** Something that may happen to a dossier in its status. */
const goesOn = fc.tuple(which, fc.nat(1000), fc.nat(40), minutes).map(([life, pick, choice, after]) =>
  command(`dossier ${life} goes on (${pick}, ${choice}) after ${after}`, (world) => possible(world, life).length > 0, async (world) => {
    world.pass(after);
    const rowsNow = possible(world, life);
    await world.act(rowsNow[pick % rowsNow.length] as ActRow, life, { choice });
  }));

/** A new act is tried as soon as it has its row in `actRows`. */
export const commands = fc.commands<Model, World, false>([
  fc.constant(command('file', (world) => world.lives() < most, (world) => world.file())),
  ...Array.from({ length: 14 }, () => goesOn),
  fc.tuple(rows, which, fc.nat(40)).map(([row, life, choice]) => command(`${row.act}(${life}, ${choice}) whatever its status`, (world) => world.lives() > 0, (world) => world.act(row, life, { choice }))),
  fc.constantFrom('calendar' as const, 'term' as const).map((what) => command(`another ${what}`, () => true, async (world) => { world.publish(what); })),
  fc.tuple(rows, which, fc.nat(40)).map(([row, life, choice]) => command(`${row.act}(${life}) by another agency`, (world) => world.lives() > 0, (world) => world.elsewhere(row, life, choice))),
  fc.tuple(rows, which).map(([row, life]) => command(`${row.act}(${life}) on a stale revision`, (world) => world.lives() > 0, (world) => world.act(row, life, { choice: 0, stale: true }))),
  which.map((life) => command(`again(${life})`, (world) => world.lives() > 0, (world) => world.again(life))),
  fc.tuple(rows, which, fc.nat(40)).map(([row, life, choice]) => command(`${row.act}(${life}) twice at once`, (world) => world.lives() > 0 && row.from.includes(world.statusOf(life)), (world) => world.race(row, life, choice))),
], { maxCommands: 24, size: 'max' });
