import type { Province } from '../../infra/local/province.ts';
import { localPassword } from '../../infra/local/seed/accounts.ts';
import { signIn, type Session } from '../../infra/local/seed/sign-in.ts';
import { queueVisibleMilliseconds as limit } from '../budgets/limits.ts';
import { firstWard } from '../support/birth-registration.ts';
import { preparedFilings } from './citizens.ts';
import { milliseconds, percentile, rounded } from './figure.ts';
import type { Figure } from './figure.ts';

const samples = 40;
const patience = 10_000;

type Page = { readonly items: readonly { readonly dossierId: string }[]; readonly cursor?: string };

/** Whether the clerk finds a dossier in her queue, on whatever page it stands. */
export const isQueued = async (clerk: Session, dossierId: string, agency = firstWard): Promise<boolean> => {
  let cursor = '';
  do {
    const page = await (await clerk.send('GET', `/api/desk/agencies/${agency}/queues/to-accept?limit=100${cursor}`)).json() as Page;
    if (page.items.some((row) => row.dossierId === dossierId)) return true;
    cursor = page.cursor === undefined ? '' : `&cursor=${page.cursor}`;
  } while (cursor !== '');
  return false;
};

/** From the moment the citizen sends the filing to the answer of the clerk's queue that holds it. */
const seconds = async (clerk: Session, file: () => Promise<Response>): Promise<number> => {
  const begun = performance.now();
  const { dossierId } = await (await file()).json() as { dossierId: string };
  while (!(await isQueued(clerk, dossierId))) if (performance.now() - begun > patience) throw new Error(`${dossierId} did not reach the queue`);
  return performance.now() - begun;
};

export const queueVisible = async (province: Province): Promise<Figure> => {
  const { siteUrl } = province;
  const [clerk, citizen] = await Promise.all([
    signIn({ siteUrl, realm: 'province', username: 'motcua.vithanh1', password: localPassword }), signIn({ siteUrl, realm: 'national', username: 'congdan01', password: localPassword }),
  ]);
  const filings = (await preparedFilings(province, [citizen], samples)).get(citizen) ?? [];
  const times: number[] = [];
  for (const file of filings) times.push(await seconds(clerk, file));
  const [p50, p99] = [rounded(percentile(times, 0.5)), rounded(percentile(times, 0.99))];
  return {
    title: 'Filed to visible in the desk queue', how: `from sending the filing to the clerk's answer that holds it, ${samples} dossiers`,
    lines: [
      { what: 'p50', value: milliseconds(p50), limit: milliseconds(limit.p50), kept: p50 <= limit.p50 },
      { what: 'p99', value: milliseconds(p99), limit: milliseconds(limit.p99), kept: p99 <= limit.p99 },
    ],
    data: { samples, p50, p99 },
  };
};
