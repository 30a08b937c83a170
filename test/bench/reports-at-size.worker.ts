/** Measures in a process of its own, because a million reports want more memory than a process has by default. Prints one line of JSON. */
import { classify } from '../../functions/feedback-classification/classifier/classify.ts';
import { tileAt } from '../../functions/feedback-classification/counting.ts';
import { suggesting } from '../../functions/feedback-classification/suggest.ts';
import { GetFeedback, GetFeedbackTile, ListFeedback, ListNearbyFeedback, ReportFeedback } from '../../shared/contracts/feedback.ts';
import type { Route } from '../../shared/contracts/route.ts';
import { openTable } from '../../shared/runtime/dynamo.ts';
import { put } from '../../shared/runtime/transaction.ts';
import { waitingFor } from '../../shared/runtime/waiting.ts';
import { depsOn, draft, monday, nobody, timedApiOn } from '../feedback-classification/support/desk.ts';
import { memoryDynamo } from '../support/memory/memory-dynamo.ts';
import type { Asking } from '../procedure-submission/support/desk.ts';
import { percentile } from './figure.ts';
import { manyReports, reportsSeed, rowsOf, tileSums } from './many-reports.ts';

const rounds = 300;
const junkPosts = 10_000;
const market = { lat: 9.7843, long: 105.4702 };
const send = process.stdout.write.bind(process.stdout);
// what the functions say of every request is not what is printed here
process.stdout.write = () => true;

const storeOf = async (many: number) => {
  const memory = memoryDynamo();
  const table = memory.table('t');
  const tiles = tileSums();
  for (const feedback of manyReports(many, { now: monday, random: reportsSeed(many) })) {
    tiles.add(feedback);
    for (const row of rowsOf(feedback)) await table.write(put(row));
  }
  for (const row of tiles.rows()) await table.write(put(row));
  // the time of the table is told apart from ours, as that of AWS is
  return openTable('t', { send: (command: unknown) => waitingFor(Promise.resolve().then(() => memory.client.send(command as never))) } as never);
};

type Asks = { readonly route: Route; readonly asking: (round: number) => Asking };
const tileOf = (zoom: number): Asking => { const { x, y } = tileAt(market.lat, market.long, zoom); return { params: { zoom: String(zoom), x: String(x), y: String(y) } }; };
const near = (round: number): { lat: number; long: number } => ({ lat: market.lat + (round % 20) / 5000, long: market.long + (round % 17) / 5000 });
const report = (round: number, device = `thiet-bi-${String(round).padStart(10, '0')}`): Asking => ({ body: draft({ device, place: { ...near(round), words: 'gần chợ' } }), key: `lan-${device}-${round}` });

const measured = async (many: number) => {
  const table = await storeOf(many);
  const call = timedApiOn(depsOn(table, { suggest: suggesting(classify, () => undefined) }));
  const codes: string[] = [];
  const kinds: Readonly<Record<string, Asks>> = {
    'report': { route: ReportFeedback, asking: (round) => report(round) },
    'similar nearby': { route: ListNearbyFeedback, asking: (round) => ({ query: { lat: String(near(round).lat), long: String(near(round).long), text: 'Rác đổ đầy lề đường trước chợ' } }) },
    'public list': { route: ListFeedback, asking: () => ({}) },
    'public list of a category': { route: ListFeedback, asking: () => ({ query: { category: 'waste', state: 'open' } }) },
    'map of the province': { route: GetFeedbackTile, asking: () => tileOf(8) },
    'map of a town': { route: GetFeedbackTile, asking: () => tileOf(12) },
    'map of a street': { route: GetFeedbackTile, asking: () => tileOf(16) },
    'one report': { route: GetFeedback, asking: (round) => ({ params: { trackingCode: codes[round % codes.length] ?? '' } }) },
  };
  const figures: Record<string, { p50: number; p95: number; refused: number }> = {};
  for (const [kind, { route, asking }] of Object.entries(kinds)) {
    const own: number[] = [];
    let refused = 0;
    for (let round = 0; round < rounds + 50; round++) {
      const { status, body, took } = await call(route, nobody, asking(round));
      if (status >= 300) refused++;
      if (kind === 'report') codes.push(String(body['trackingCode']));
      // the first ones compile
      if (round >= 50) own.push(took.total - took.aws);
    }
    figures[kind] = { p50: percentile(own, 0.5), p95: percentile(own, 0.95), refused };
  }
  return { figures, call };
};

const [few, many] = process.argv.slice(2).map(Number) as [number, number];
// the first run compiles what both are measured with
await measured(500);
const small = await measured(few);
const large = await measured(many);

/** Three devices send rubbish as fast as they can; after every twentieth somebody else reports. */
const junk = async ({ call }: typeof large) => {
  const seen = { taken: 0, refused: 0, untold: 0 };
  const others: number[] = [];
  let lost = 0;
  for (let n = 0; n < junkPosts; n++) {
    const { status, body } = await call(ReportFeedback, nobody, report(n, `may-gui-rac-00000${n % 3}`));
    if (status === 201) seen.taken++;
    else if (body.code === 'sent-too-often' && typeof body['retryAt'] === 'string') seen.refused++;
    else seen.untold++;
    if (n % 20 !== 0) continue;
    const other = await call(ReportFeedback, nobody, report(1_000_000 + n));
    others.push(other.took.total - other.took.aws);
    if (other.status !== 201) lost++;
  }
  return { ...seen, others: others.length, lost, p95: percentile(others, 0.95) };
};

send(`${JSON.stringify({ few, many, small: small.figures, large: large.figures, junk: await junk(large), heap: Math.round(process.memoryUsage().heapUsed / 1e6) })}\n`);
