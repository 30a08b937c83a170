import { setTimeout as pause } from 'node:timers/promises';
import type { Session } from '../../infra/local/seed/sign-in.ts';
import type { DeskDossierView, DossierView } from '../../shared/contracts/dossier.ts';
import { seeded, type Random } from '../fuzz/random.ts';
import { BIRTH, birthDraft, smallPdf } from '../support/birth-registration.ts';
import { key, paper } from './citizens.ts';
import { isQueued } from './queue-visible.ts';

/** Where dossiers go in: `looking` sees what arrives, `waiting` is what its clerks have not done yet. */
export type Desk = { readonly agency: string; readonly looking: Session; readonly clerks: readonly Session[]; readonly waiting: string[] };
/** Everything of a run that its people share. */
export type Run = {
  readonly endpoint: string; readonly desks: readonly Desk[];
  /** milliseconds somebody lets pass between two requests, at least and at most */
  readonly thinking: { readonly citizen: readonly [number, number]; readonly clerk: readonly [number, number] };
  /** whether anybody still begins something, and whether anybody is still filing */
  readonly isOpen: () => boolean; readonly isFiling: () => boolean;
  readonly filed: { readonly view: DossierView; readonly desk: Desk }[]; readonly accepted: string[];
  /** milliseconds from sending a filing to the desk's answer that holds it */
  readonly visible: number[];
  /** what only a person notices: one request that became two dossiers */
  readonly doubled: string[];
};

const patience = 30_000;
/** As the browser asks whether a file was checked. */
const askEvery = 600;
/** What a scanner or a telephone makes of one page. */
const page = (): Buffer => smallPdf(`${Math.random()}${'x'.repeat(100_000)}`);

const thinks = ([least, most]: readonly [number, number], random: Random, times = 1): Promise<void> => pause(times * (least + random.below(most - least + 1)));

const look = async ({ visible }: Run, { looking, agency, waiting }: Desk, { dossierId, sentAt }: { dossierId: string; sentAt: number }): Promise<void> => {
  while (!(await isQueued(looking, dossierId, agency))) if (performance.now() - sentAt > patience) throw new Error(`${dossierId} did not reach the queue`);
  visible.push(performance.now() - sentAt);
  waiting.push(dossierId);
};

/** One dossier, from opening the form to looking at where it stands. A draft lies on the person's device: some leave it there for a while and come back to it. */
const fileOne = async (run: Run, citizen: Session, random: Random): Promise<void> => {
  const desk = random.pick(run.desks);
  await citizen.send('GET', `/api/procedures/${BIRTH}`);
  await thinks(run.thinking.citizen, random);
  await citizen.send('GET', `/api/procedures/${BIRTH}/promise?case=dung-han&channel=online&agency=${desk.agency}`);
  const papers = ['giay-chung-sinh', ...(random.chance(0.3) ? ['van-ban-uy-quyen'] : [])];
  const attachments: { paperId: string; uploadId: string }[] = [];
  for (const paperId of papers) {
    await thinks(run.thinking.citizen, random);
    attachments.push({ paperId, uploadId: await paper(run, citizen, { bytes: page(), askEvery }) });
  }
  await thinks(run.thinking.citizen, random, random.chance(0.2) ? 4 : 1);
  const draft = birthDraft('', { agency: desk.agency, attachments });
  const named = key();
  const send = async (): Promise<DossierView> => await (await citizen.send('POST', `/api/procedures/${BIRTH}/dossiers`, draft, named)).json() as DossierView;
  const sentAt = performance.now();
  // somebody impatient presses twice
  const answers = await Promise.all(random.chance(0.1) ? [send(), send()] : [send()]);
  const [view] = answers as [DossierView];
  if (answers.some(({ dossierId }) => dossierId !== view.dossierId)) run.doubled.push(view.dossierId);
  run.filed.push({ view, desk });
  await look(run, desk, { dossierId: view.dossierId, sentAt });
  await thinks(run.thinking.citizen, random);
  await citizen.send('GET', `/api/dossiers/${view.dossierId}`);
  await thinks(run.thinking.citizen, random);
  await citizen.send('GET', `/api/track/${view.trackingCode}`);
};

/** Files one dossier after another. What goes wrong is counted where it is sent, and the person begins again. */
export const applicant = async (run: Run, { citizen, place }: { readonly citizen: Session; readonly place: number }): Promise<void> => {
  const random = seeded(20261122 + place);
  while (run.isOpen()) {
    await fileOne(run, citizen, random).catch(() => undefined);
    await thinks(run.thinking.citizen, random);
  }
};

const acceptOne = async (run: Run, { agency }: Desk, { clerk, dossierId, random }: { clerk: Session; dossierId: string; random: Random }): Promise<void> => {
  // nobody has opened what came in a fifth of a second ago
  await thinks(run.thinking.clerk, random);
  // as her desk asks: the list, and what is due once that has said that something moved (web/desk/use-due-counts.ts)
  for (const asked of ['queues/to-accept?limit=20', 'due-counts']) {
    await clerk.send('GET', `/api/desk/agencies/${agency}/${asked}`);
    // the list is drawn; and the null function's call at its heels is over, which would be in the way of this clerk alone
    await pause(200);
  }
  await thinks(run.thinking.clerk, random);
  const view = await (await clerk.send('GET', `/api/desk/dossiers/${dossierId}`)).json() as DeskDossierView;
  await thinks(run.thinking.clerk, random);
  await clerk.send('GET', `/api/desk/dossiers/${dossierId}/files/${view.attachments[0]?.uploadId ?? ''}?to=view`);
  await thinks(run.thinking.clerk, random);
  await clerk.send('POST', `/api/desk/dossiers/${dossierId}/accept`, { revision: view.revision }, key());
  run.accepted.push(dossierId);
};

/** Works off what her desk has, until nobody files any more and nothing waits. */
export const clerkOf = async (run: Run, desk: Desk, { clerk, place }: { readonly clerk: Session; readonly place: number }): Promise<void> => {
  const random = seeded(place);
  while (run.isFiling() || desk.waiting.length > 0) {
    const dossierId = desk.waiting.shift();
    if (dossierId === undefined) await pause(200);
    else await acceptOne(run, desk, { clerk, dossierId, random }).catch(() => undefined);
  }
};
