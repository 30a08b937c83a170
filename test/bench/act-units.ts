import { outputOf } from '../../infra/local/outputs.ts';
import type { Province } from '../../infra/local/province.ts';
import { SubmitDossier } from '../../shared/contracts/procedure-submission.ts';
import { openTable } from '../../shared/runtime/dynamo.ts';
import { handbookCalendar } from '../kernel/calendars.ts';
import { actRows, lived } from '../procedure-submission/model/acts.ts';
import type { Life } from '../procedure-submission/model/life.ts';
import { provinceOn } from '../procedure-submission/model/province.ts';
import { apiOn, checkedUpload, draftWith } from '../procedure-submission/support/desk.ts';
import { citizen, now, procedure } from '../procedure-submission/support/dossiers.ts';
import type { Figure, Line } from './figure.ts';
import { recordingClient } from './recorded-writes.ts';
import { kindOf, reasons } from './write-units.ts';

/** Ways through every act of the model; an act that comes again is weighed where it came first. */
const ways: readonly { readonly acts: readonly string[]; readonly way?: readonly string[] }[] = [
  { acts: ['accept', 'take', 'report-progress', 'extend', 'finish', 'hand-over', 'correct-result'] }, { acts: ['refuse'] },
  { acts: ['accept', 'request-supplement', 'answer-supplement', 'stop', 'resume', 'withdraw'] },
  { acts: ['accept', 'request-payment', 'record-payment', 'request-payment', 'exempt-payment', 'request-payment', 'settle-payment', 'recompute', 'transfer', 'succeed'] },
  { acts: ['accept', 'hand-on', 'take', 'hand-on', 'send-back', 'receive'], way: ['one-stop-clerk', 'case-officer', 'leader', 'one-stop-clerk'] },
];

const term = { amount: 5, unit: 'WORKING_DAY' as const };
const longerCalendar = { ...handbookCalendar, days: [...handbookCalendar.days, { date: '2026-11-25', kind: 'OFF' as const, name: { vi: 'Nghỉ', en: 'Off' }, source: 'bench', confirmed: true }] };

/** The write units of every act, each weighed by DynamoDB's rules on the deployed table, with one paper, one item and one short reason. */
export const actUnits = async ({ endpoint, outputs }: Province): Promise<Figure> => {
  const { client, written } = recordingClient(endpoint);
  const name = outputOf(outputs, 'ProcedureSubmissionTable');
  const [weighed, aside] = [openTable(name, client), openTable(name, recordingClient(endpoint).client)];
  let at = now;
  const found = new Map<string, readonly { kind: string; units: number }[]>();
  const weigh = async <T>(act: string, work: () => Promise<T>): Promise<T> => {
    const from = written.length;
    const answer = await work();
    if (!found.has(act)) found.set(act, written.slice(from).map(({ key, units }) => ({ kind: kindOf(key), units })));
    return answer;
  };
  for (const { acts, way } of ways) {
    const rules = { calendars: [handbookCalendar, longerCalendar], terms: [term], way };
    const { deps, inForce, publish } = provinceOn(weighed, rules);
    const api = apiOn(deps, () => at);
    const call: typeof api = async (route, who, asking) => {
      const answer = await api(route, who, asking);
      if (answer.status >= 400) throw new Error(`${route.name} was refused: ${JSON.stringify(answer.body)}`);
      return answer;
    };
    const paper = await checkedUpload(aside, citizen);
    const dossierId = String((await weigh('submit', () => call(SubmitDossier, citizen, { params: { procedureCode: procedure.code }, body: draftWith(paper) }))).body['dossierId']);
    let life: Life = { rules, diary: [{ act: 'submit', at, term: 1 }] };
    for (const [revision, act] of acts.entries()) {
      at = new Date(at.getTime() + 60_000);
      if (act === 'recompute') publish('calendar');
      const row = actRows.find((one) => one.act === act);
      if (row === undefined) throw new Error(`no row for ${act}`);
      const tried = { at, choice: 10, inForce: { ...inForce } };
      if ('work' in row) await weigh(act, row.work(deps, { ...tried, life, dossierId }));
      else {
        const body = { revision, ...await row.body?.({ ...tried, life, upload: (who) => checkedUpload(aside, who) }), ...(act === 'extend' ? { newDate: '2026-12-04' } : {}) };
        await weigh(act, () => call(row.route, row.who(life), { params: { dossierId }, body }));
      }
      life = lived(row, life, tried);
    }
  }
  const missing = actRows.filter(({ act }) => !found.has(act)).map(({ act }) => act);
  if (missing.length > 0) throw new Error(`not weighed: ${missing.join(', ')}`);
  const sum = (rows: readonly { units: number }[]): number => rows.reduce((all, { units }) => all + units, 0);
  return {
    title: 'Write units of every act', how: 'the request itself, on the deployed table; forms and mails come after it. Why each kind of row is written stands above and in dossier.repository.ts',
    lines: [...found].map(([act, rows]): Line => ({
      what: act, value: String(sum(rows)), ...(rows.every(({ kind }) => reasons[kind] !== undefined) ? {} : { kept: false }), note: [...Map.groupBy(rows, ({ kind }) => kind)].map(([kind, own]) => `${kind} ${sum(own)}`).join(', '),
    })),
    data: Object.fromEntries([...found].map(([act, rows]) => [act, { units: sum(rows), rows }])),
  };
};
