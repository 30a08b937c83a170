/**
 * Fills a freshly deployed province through the doors an official uses: accounts, sign-in, the directory's and the
 * catalogue's API. What is there already is left as it is, whoever published it.
 */
import { ProcedureDraft } from '../../../shared/contracts/procedure.ts';
import { toNational } from '../../../shared/contracts/to-national.ts';
import { LocalFailure } from '../failure.ts';
import type { Seeded } from '../seeded.ts';
import { administrator, editor, firstWard, localPassword, probeCitizen, reviewer, seedAccounts } from './accounts.ts';
import agencies from './agencies.json' with { type: 'json' };
import calendar from './calendar.json' with { type: 'json' };
import { planDesk } from './desk-plan.ts';
import { appointFirstAdministrator, openAccounts, type Deployed } from './open-accounts.ts';
import { publishFigures } from './publish-figures.ts';
import procedures from './procedures.json' with { type: 'json' };
import { signIn, type Session } from './sign-in.ts';
import { atOnce, until } from './until.ts';

export interface Seeding extends Deployed { readonly log?: (line: string) => void }

/** The largest batch the directory takes. */
const AGENCIES_AT_ONCE = 25;
/** Every request at once is a process of its own on the laptop. */
const PROCEDURES_AT_ONCE = 3;
/** Its page is what people look at first, so it is published first. */
const FIRST = '1.001193';

const told = async (what: string, answer: Promise<Response>): Promise<unknown> => {
  const response = await answer;
  const text = await response.text();
  if (!response.ok) throw new LocalFailure(`${what} was refused (${response.status}): ${text.slice(0, 500)}`, 'Correct what it names and start again.');
  return JSON.parse(text);
};

const publicly = async (siteUrl: string, path: string): Promise<Response> => fetch(new URL(path, siteUrl), { headers: { accept: 'application/json' } });
const itemsAt = async (siteUrl: string, path: string): Promise<readonly { readonly code: string }[]> =>
  ((await told(path, publicly(siteUrl, path))) as { items: { code: string }[] }).items;

interface Missing { readonly agencies: typeof agencies; readonly procedures: typeof procedures; readonly calendar: boolean }

const missingFrom = async (siteUrl: string): Promise<Missing> => {
  const [known, published, answer] = await Promise.all([itemsAt(siteUrl, '/api/agencies'), itemsAt(siteUrl, '/api/procedures'), publicly(siteUrl, '/api/calendar')]);
  await answer.arrayBuffer();
  const without = <T extends { code: string }>(all: T[], there: readonly { code: string }[]): T[] => all.filter(({ code }) => !there.some((one) => one.code === code));
  return { agencies: without(agencies, known), procedures: without(procedures, published), calendar: !answer.ok };
};

const signInAs = async ({ siteUrl }: Seeding, { username, realm }: { username: string; realm: 'national' | 'province' }): Promise<Session> =>
  signIn({ siteUrl, realm, username, password: localPassword });

/** Parents come first in the file, and a batch may only name parents that are known or within it. */
const register = async (session: Session, rows: typeof agencies): Promise<void> => {
  for (let at = 0; at < rows.length; at += AGENCIES_AT_ONCE) {
    await told('Registering agencies', session.send('PUT', '/api/directory/agencies', { agencies: rows.slice(at, at + AGENCIES_AT_ONCE) }));
  }
};

const appoint = async (session: Session, accounts: typeof seedAccounts): Promise<void> =>
  atOnce(2, accounts, async ({ username, who, posts }) => {
    await told(`Appointing ${username}`, session.send('PUT', `/api/directory/people/${username}`, { name: who, posts }));
    await told(`Address of ${username}`, session.send('PUT', `/api/directory/people/${username}/work-email`, { email: `${username}@haugiang.example` }));
  });

/** What one request takes: so many procedures, and so many characters of them. */
const IMPORT_AT_ONCE = { procedures: 25, characters: 100_000 };

/** The catalogue as the national portal would send it, in requests that each stay within what one takes. */
const batches = (rows: typeof procedures): unknown[][] => {
  const sent: { of: unknown[]; characters: number }[] = [];
  for (const { code, draft } of rows) {
    const one = toNational(code, { ...ProcedureDraft.parse(draft), status: 'open' }, '000.00.00.H30');
    const { length } = JSON.stringify(one);
    const last = sent.at(-1);
    const fits = last !== undefined && last.of.length < IMPORT_AT_ONCE.procedures && last.characters + length <= IMPORT_AT_ONCE.characters;
    if (!fits) sent.push({ of: [one], characters: length });
    else { last.of.push(one); last.characters += length; }
  }
  return sent.map(({ of }) => of);
};

type Taken = { readonly code: string; readonly state?: string; readonly revision?: number };
type Keepers = { readonly editor: Session; readonly reviewer: Session };

/** An editor takes the catalogue over, a reviewer publishes it: nobody does both. */
const publish = async (keepers: Keepers, rows: typeof procedures): Promise<void> => {
  const firstOfAll = rows.toSorted((a, b) => Number(b.code === FIRST) - Number(a.code === FIRST));
  for (const batch of [...batches(firstOfAll.slice(0, 1)), ...batches(firstOfAll.slice(1))]) {
    const { items } = (await told('Importing procedures', keepers.editor.send('POST', '/api/catalogue/imports', { procedures: batch, toReview: true }, { 'idempotency-key': crypto.randomUUID() }))) as { items: Taken[] };
    const waiting = items.filter(({ state }) => state === 'in-review');
    if (waiting.length < items.length) throw new LocalFailure(`Of ${items.length} procedures ${waiting.length} came to review: ${JSON.stringify(items.find(({ state }) => state !== 'in-review')).slice(0, 500)}`, 'Correct infra/local/seed/procedures.json and start again.');
    await atOnce(PROCEDURES_AT_ONCE, waiting, async ({ code, revision }) => told(`Publishing ${code}`, keepers.reviewer.send(
      'POST', `/api/catalogue/procedures/${code}/publish`, { revision, effectiveFrom: rows.find((row) => row.code === code)?.draft.effectiveFrom }, { 'idempotency-key': crypto.randomUUID() },
    )));
  }
};

/** The rest of the accounts: the administrator was appointed by an operator, and who keeps the catalogue before everybody. */
const others = seedAccounts.filter((account) => account.realm === 'province' && account !== administrator && account !== editor && account !== reviewer);

/** Published pages list the agencies, so all of them are registered before the first procedure is published. */
const fill = async (seeding: Seeding, missing: Missing, log: (line: string) => void): Promise<void> => {
  const session = await signInAs(seeding, administrator);
  const [top, rest] = [missing.agencies.slice(0, AGENCIES_AT_ONCE), missing.agencies.slice(AGENCIES_AT_ONCE)];
  await Promise.all([register(session, top), missing.calendar ? told('Publishing the calendar', session.send('PUT', '/api/directory/calendar', calendar)) : undefined]);
  await appoint(session, [editor, reviewer]);
  const [writing, reviewing] = await Promise.all([signInAs(seeding, editor), signInAs(seeding, reviewer), register(session, rest)]);
  log('agencies and calendar registered');
  await Promise.all([publish({ editor: writing, reviewer: reviewing }, missing.procedures), appoint(session, others)]);
  log('people appointed, procedures published');
};

/** The catalogue answers from its own copy of the directory, which follows within a second: filing waits for it. */
const followed = async (seeding: Seeding, agency: string): Promise<void> => {
  const citizen = await signInAs(seeding, probeCitizen);
  const nothing = { case: 'dung-han', channel: 'online', agency, answers: {}, attachments: [] };
  await until(`The catalogue’s copy of ${agency}`, async () => {
    const answer = await citizen.send('POST', `/api/procedures/${FIRST}/dossiers`, nothing, { 'idempotency-key': `seed-${Date.now()}` });
    const { code } = (await answer.json()) as { code?: string };
    return code === 'answers-invalid';
  });
};

const answered = async ({ siteUrl }: Seeding): Promise<void> => {
  const ok = (path: string) => async (): Promise<boolean> => {
    const response = await publicly(siteUrl, path);
    await response.arrayBuffer();
    return response.ok;
  };
  await Promise.all([
    until(`The promise of ${FIRST}`, ok(`/api/procedures/${FIRST}/promise?case=dung-han&channel=online`)),
    until(`The page of ${FIRST}`, ok(`/thu-tuc/${FIRST}`)),
  ]);
};

/** @throws LocalFailure with what was refused, or what did not come. */
export async function seedProvince(seeding: Seeding): Promise<Seeded> {
  const { siteUrl, log = () => undefined } = seeding;
  const [missing] = await Promise.all([missingFrom(siteUrl), openAccounts(seeding), appointFirstAdministrator(seeding)]);
  const nothingMissing = !missing.calendar && missing.agencies.length === 0 && missing.procedures.length === 0;
  if (!nothingMissing) {
    await fill(seeding, missing, log);
    await Promise.all([answered(seeding), publishFigures(seeding), followed(seeding, firstWard).then(() => planDesk(siteUrl)), followed(seeding, agencies.at(-1)?.code ?? firstWard)]);
  }
  return {
    note: nothingMissing ? `${agencies.length} agencies and ${procedures.length} procedures were there` : `${missing.agencies.length} agencies, ${missing.procedures.length} procedures`,
    accounts: seedAccounts.map(({ username, who, signIn: path }) => ({ username, password: localPassword, who, signIn: path })),
  };
}
