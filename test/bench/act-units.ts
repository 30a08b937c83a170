import { outputOf } from '../../infra/local/outputs.ts';
import type { Province } from '../../infra/local/province.ts';
import { SubmitDossier } from '../../shared/contracts/procedure-submission.ts';
import { openTable } from '../../shared/runtime/dynamo.ts';
import { handbookCalendar } from '../kernel/calendars.ts';
import { actRows } from '../procedure-submission/model/acts.ts';
import type { Life } from '../procedure-submission/model/life.ts';
import { apiOn, checkedUpload, depsOn, draftWith } from '../procedure-submission/support/desk.ts';
import { citizen, now, procedure } from '../procedure-submission/support/dossiers.ts';
import type { Figure, Line } from './figure.ts';
import { recordingClient } from './recorded-writes.ts';
import { kindOf, reasons } from './write-units.ts';

/** Ways through every act of the model; an act that comes again is weighed where it came first. */
const ways: readonly (readonly string[])[] = [
  ['accept', 'take', 'extend', 'finish', 'hand-over', 'correct-result'], ['refuse'], ['accept', 'request-supplement', 'answer-supplement', 'stop', 'resume', 'withdraw'],
  ['accept', 'request-payment', 'record-payment', 'request-payment', 'exempt-payment'],
];
const term = { amount: 5, unit: 'WORKING_DAY' as const };

/** The write units of every act, each weighed by DynamoDB's rules on the deployed table, with one paper, one item and one short reason. */
export const actUnits = async ({ endpoint, outputs }: Province): Promise<Figure> => {
  const { client, written } = recordingClient(endpoint);
  const name = outputOf(outputs, 'ProcedureSubmissionTable');
  const [weighed, aside] = [openTable(name, client), openTable(name, recordingClient(endpoint).client)];
  let at = now;
  const call = apiOn(depsOn(weighed), () => at);
  const found = new Map<string, readonly { kind: string; units: number }[]>();
  const weigh = async (act: string, work: () => Promise<{ status: number; body: unknown }>): Promise<Record<string, unknown>> => {
    const from = written.length;
    const { status, body } = await work();
    if (status >= 400) throw new Error(`${act} was refused: ${JSON.stringify(body)}`);
    if (!found.has(act)) found.set(act, written.slice(from).map(({ key, units }) => ({ kind: kindOf(key), units })));
    return body as Record<string, unknown>;
  };
  for (const way of ways) {
    const paper = await checkedUpload(aside, citizen);
    const { dossierId } = await weigh('submit', () => call(SubmitDossier, citizen, { params: { procedureCode: procedure.code }, body: draftWith(paper) }));
    let life: Life = { spec: handbookCalendar, term, diary: [{ act: 'submit', at }] };
    for (const [revision, act] of way.entries()) {
      at = new Date(at.getTime() + 60_000);
      const row = actRows.find((one) => one.act === act);
      if (row === undefined) throw new Error(`no row for ${act}`);
      const body = { revision, ...await row.body?.({ life, at, choice: 10, upload: (who) => checkedUpload(aside, who) }), ...(act === 'extend' ? { newDate: '2026-12-04' } : {}) };
      await weigh(act, () => call(row.route, row.who(life), { params: { dossierId: String(dossierId) }, body }));
      life = { ...life, diary: [...life.diary, { act, at }] };
    }
  }
  const sum = (rows: readonly { units: number }[]): number => rows.reduce((all, { units }) => all + units, 0);
  return {
    title: 'Write units of every act', how: 'the request itself, on the deployed table; forms and mails come after it. Why each kind of row is written stands above and in dossier.repository.ts',
    lines: [...found].map(([act, rows]): Line => ({
      what: act, value: String(sum(rows)), ...(rows.every(({ kind }) => reasons[kind] !== undefined) ? {} : { kept: false }), note: [...Map.groupBy(rows, ({ kind }) => kind)].map(([kind, own]) => `${kind} ${sum(own)}`).join(', '),
    })),
    data: Object.fromEntries([...found].map(([act, rows]) => [act, { units: sum(rows), rows }])),
  };
};
