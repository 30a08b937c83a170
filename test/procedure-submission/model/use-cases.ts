import { expect, vi } from 'vitest';
import { AgencyCalendarPublishedV1 } from '../../../events/directory/agency-calendar-published.v1.ts';
import { AgencyRegisteredV1 } from '../../../events/directory/agency-registered.v1.ts';
import { CalendarPublishedV1 } from '../../../events/directory/calendar-published.v1.ts';
import { PaymentSettledV1 } from '../../../events/lgsp-connectors/payment-settled.v1.ts';
import { ProcedurePublishedV1 } from '../../../events/procedure-submission/procedure-published.v1.ts';
import { counterRepository } from '../../../functions/procedure-submission/counters.repository.ts';
import { directoryCopy } from '../../../shared/runtime/directory-copy/directory-copy.ts';
import { publicationWrites } from '../../../functions/procedure-submission/procedure.repository.ts';
import { incomingFileKey } from '../../../shared/runtime/uploads/upload.ts';
import { CommentDraft, DiscardDraft, ImportCatalogue, PublishDraft, RecallVersion, ReturnDraft, SaveDraft, SubmitDraft, TakeBackDraft } from '../../../shared/contracts/catalogue-work.ts';
import { BookSlot, CancelBooking, MoveBooking, SetDeskPlan } from '../../../shared/contracts/booking.ts';
import { FileAtCounter } from '../../../shared/contracts/counter-filing.ts';
import { ActOnMany } from '../../../shared/contracts/desk-bulk.ts';
import { ConfirmDossier, ReportResult } from '../../../shared/contracts/machine.ts';
import { PrintRegister } from '../../../shared/contracts/form-routes.ts';
import { PublishNumbering } from '../../../shared/contracts/numbering.ts';
import { RequestUpload } from '../../../shared/contracts/procedure-submission.ts';
import type { ProcedureView } from '../../../shared/contracts/procedure.ts';
import type { Route } from '../../../shared/contracts/route.ts';
import { ActOnTicket, CallNext, IssueTicket } from '../../../shared/contracts/ticket.ts';
import { toNational } from '../../../shared/contracts/to-national.ts';
import { newId } from '../../../shared/kernel/ids.ts';
import type { Actor, Officer } from '../../../shared/runtime/actor.ts';
import type { HttpEvent } from '../../../shared/runtime/http-request.ts';
import { newEvent, outboxRow, type NewEvent } from '../../../shared/runtime/outbox.ts';
import type { Batch, QueueEvent } from '../../../shared/runtime/queue.ts';
import { handbookCalendar } from '../../kernel/calendars.ts';
import { editionOfSeed, editor, reviewer } from '../catalogue-fixtures.ts';
import { checkedUpload, eventOf, type Asking } from '../support/desk.ts';
import { planFrom } from '../support/bookings.ts';
import { agencyCode, answers, caseOfficer, citizen, clerk, leader, procedure } from '../support/dossiers.ts';
import { announced, pdf } from '../support/files.ts';
import { plan } from '../support/succession.ts';
import { actRows, type ActRow } from './acts.ts';
import { messageOf, type consumersInMemory, type Message } from './consumers.ts';
import { systemOf } from './people.ts';
import { worldOn } from './world.ts';

/** Something a caller asks for, once made as often as it takes: true when it was answered or done. */
type Ask = () => Promise<boolean>;
/** One way into the workflow: `door` is its route or its entry, `before` what must stand there, `at` when it is asked for, where the time matters. */
export type UseCase = {
  readonly door: string; readonly before?: () => Promise<unknown>; readonly ask: () => Ask; readonly at?: string;
  /** what must be the same afterwards, where that is not every row */ readonly sees?: () => Promise<unknown>;
};

const begins = new Date('2026-03-02T02:00:00Z');
const cause = () => ({ actor: 'system' as const, correlationId: newId('cor', begins), causationId: newId('cor', begins), now: begins });
const [onlyCase] = procedure.cases as [ProcedureView['cases'][number]];
const [online] = onlyCase.channels as [(typeof onlyCase.channels)[number]];
const atDesk: ProcedureView = { ...procedure, cases: [{ ...onlyCase, channels: [online, { ...online, channel: 'direct' }] }] };
const drafted = '1.000894';
const edition = editionOfSeed(drafted);

type Province = Awaited<ReturnType<typeof consumersInMemory>>;
type Entry = { readonly handler: unknown };

/** Every use case of the workflow that is not an act on one dossier, each through the door people, queues and clocks use. */
export const useCasesOf = async (province: Province): Promise<readonly UseCase[]> => {
  const { table } = province;
  const { handler: api } = await import('../../../functions/procedure-submission/api.ts') as { handler: (event: HttpEvent) => Promise<{ statusCode: number; body?: string }> };
  await table.transact(publicationWrites({ view: atDesk, before: { begins: [], highest: 0 }, event: newEvent(ProcedurePublishedV1, { procedureCode: procedure.code, procedureVersion: 1, status: 'open' }, cause()) }, begins));
  const directory = directoryCopy(table);
  await directory.keepCalendar(1, handbookCalendar);
  await directory.keepAgency(1, { code: agencyCode, name: 'Ủy ban nhân dân Phường I', level: 'commune', validFrom: '2020-01-01' });

  const asked = (route: Route, who: Actor, asking: Asking | (() => Asking)) => (): Ask => {
    const sent = { key: newId('key', begins), ...(typeof asking === 'function' ? asking() : asking) };
    return async () => {
      const { statusCode, body } = await api(eventOf(route, who, sent));
      if (statusCode >= 400 && statusCode < 500) throw new Error(`${route.name} was refused: ${body}`);
      return statusCode < 400;
    };
  };
  const request = (route: Route, who: Actor, asking: Asking | (() => Asking), before?: () => Promise<unknown>): UseCase => ({ door: route.name, ask: asked(route, who, asking), ...(before === undefined ? {} : { before }) });
  const queue = (door: string, messages: () => readonly Message[], before?: () => Promise<unknown>): UseCase => ({
    door: `${door}.queue`, ...(before === undefined ? {} : { before }),
    ask: () => {
      let left = messages();
      return async () => {
        const handle = (await entries[`${door}.queue`]?.())?.handler as (batch: QueueEvent) => Promise<Batch>;
        const { batchItemFailures } = await handle({ Records: left });
        left = left.filter(({ messageId }) => batchItemFailures.length === 0 || batchItemFailures.some(({ itemIdentifier }) => itemIdentifier === messageId));
        return batchItemFailures.length === 0;
      };
    },
  });
  const woken = (door: string, { input, ...more }: { input?: unknown } & Pick<UseCase, 'before' | 'at' | 'sees'> = {}): UseCase => ({
    door, ...more,
    ask: () => async () => {
      const handle = (await entries[door]?.())?.handler as (input?: unknown) => Promise<{ done?: boolean } | undefined>;
      // an operator's command that failed is given again
      return handle(input).then((answer) => answer?.done !== false, () => false);
    },
  });

  const world = () => worldOn(table, { calendars: [handbookCalendar], terms: [{ amount: 5, unit: 'WORKING_DAY' }], begins });
  /** Dossiers that went some ways; the last one is looked at. */
  const lived = (...ways: (readonly string[])[]) => async (): Promise<void> => {
    const lives = world();
    for (const [which, way] of ways.entries()) {
      await lives.file();
      for (const act of way) { lives.pass(60); await lives.act(actRows.find((row) => row.act === act) as ActRow, which, { choice: 10 }); }
    }
    dossiers = lives.dossierIds();
  };
  let dossiers: readonly string[] = [];
  let uploadId = '';
  const told = (type: RegExp): Message[] => province.outbox().filter(({ detailType }) => type.test(String(detailType))).map(messageOf);
  const outside = (fact: NewEvent): Message => messageOf(outboxRow(fact));

  const draft = (route: Route, who: Actor, more: Record<string, unknown> = {}) => ({ route, who, more });
  const work = [
    draft(SaveDraft, editor, { content: edition }), draft(SubmitDraft, editor), draft(TakeBackDraft, editor), draft(SubmitDraft, editor), draft(CommentDraft, reviewer, { comment: 'Thiếu căn cứ.' }),
    draft(ReturnDraft, reviewer, { comment: 'Bổ sung căn cứ.' }), draft(SubmitDraft, editor), draft(PublishDraft, reviewer, { effectiveFrom: edition.effectiveFrom }),
  ];
  const asking = (more: Record<string, unknown>, at: number): Asking => ({ params: { procedureCode: drafted }, body: { revision: at, ...more } });
  const through = (steps: readonly ReturnType<typeof draft>[]) => async (): Promise<void> => {
    for (const [at, { route, who, more }] of steps.entries()) expect(await asked(route, who, asking(more, at))()()).toBe(true);
  };
  const published = [draft(SaveDraft, editor, { content: edition }), draft(SubmitDraft, editor), draft(PublishDraft, reviewer, { effectiveFrom: edition.effectiveFrom })];
  const later = { ...edition, acceptsOnline: !edition.acceptsOnline, effectiveFrom: '2026-05-01' };
  const laterOnes = [draft(SaveDraft, editor, { content: later }), draft(SubmitDraft, editor), draft(PublishDraft, reviewer, { effectiveFrom: later.effectiveFrom })];
  const bytes = pdf();

  const administrator: Officer = { ...clerk, posts: [{ agency: 'H30', role: 'directory-administrator', from: '2020-01-01' }] };
  const numberRule = { agency: agencyCode, from: '2026-06-01', number: { kind: 'drawn', pattern: '{agency}/{yyyy}-{mm}/{ordinal:3}', counter: 'agency-month' }, source: 'Quyết định thử nghiệm', mark: 'S' };
  const [setPlan, visit] = [{ params: { agencyCode }, query: { preview: 'no' }, body: planFrom({ effectiveFrom: '2026-03-20' }) }, { params: { agencyCode }, body: { day: '2026-03-23', time: '08:00' } }];
  const print = { params: { agencyCode, month: '2026-03' }, body: { format: 'xlsx' } };
  const ticket = { params: { agencyCode }, body: {} };
  let bookingCode = '';
  const planned = async (): Promise<void> => { vi.setSystemTime(Date.parse('2026-03-20T01:00:00Z')); await asked(SetDeskPlan, leader, setPlan)()(); };
  const booked = async (): Promise<void> => { await planned(); bookingCode = String((JSON.parse((await api(eventOf(BookSlot, citizen, visit))).body ?? '{}') as { code?: string }).code); };

  return [
    request(RequestUpload, citizen, { body: { fileName: 'giay-to.pdf', ...announced(bytes, 'application/pdf') } }),
    request(FileAtCounter, clerk, {
      params: { agencyCode }, body: {
        procedure: procedure.code, case: 'thong-thuong', agency: agencyCode, answers: { ...answers, 'ngay-sinh': '2026-02-01' }, attachments: [], identityChecked: true, consentGiven: true,
        applicant: { name: 'Người Nộp Tại Quầy', identity: { kind: 'citizen-id', number: '093000000001' }, phone: '0900 000 002' }, components: [{ paperId: 'giay-chung-sinh', original: 1, copy: 0, electronic: 0 }],
      },
    }),
    request(ActOnMany, caseOfficer, () => ({ body: { act: 'take', items: dossiers.map((dossierId, row) => ({ dossierId, revision: 1, key: `mot-viec-nhieu-${row}` })) } }), lived(['accept'], ['accept'])),
    request(ConfirmDossier, systemOf(agencyCode), () => ({ params: { dossierId: dossiers[0] ?? '' }, body: { revision: 1 } }), lived(['accept'])),
    request(ReportResult, systemOf(agencyCode), () => ({ params: { dossierId: dossiers[0] ?? '' }, body: { revision: 2, resultUploadId: uploadId } }), async () => {
      await lived(['accept', 'take'])();
      uploadId = await checkedUpload(table, systemOf(agencyCode), { owner: `machine:he-thong-${agencyCode}`, expiresAt: 2_000_000_000 });
    }),
    ...work.map(({ route, who, more }, at) => request(route, who, asking(more, at), through(work.slice(0, at)))),
    request(DiscardDraft, editor, asking({}, 1), through(work.slice(0, 1))),
    request(ImportCatalogue, editor, { body: { procedures: ['1.000894', '1.000656'].map((code) => JSON.parse(JSON.stringify(toNational(code, editionOfSeed(code), '000.00.00.H30'))) as unknown) } }),
    queue('check-attachment', () => [{ messageId: 's3', body: JSON.stringify({ Records: [{ s3: { object: { key: incomingFileKey(uploadId) } } }] }) }], async () => {
      uploadId = await checkedUpload(table, citizen, { ...announced(bytes, 'application/pdf'), state: 'waiting' });
      province.putObject(incomingFileKey(uploadId), bytes);
    }),
    queue('issue-document', () => told(/accepted|refused|supplement-requested|stopped|finished|handed-over/), lived(['accept', 'take', 'finish', 'hand-over'], ['refuse'], ['accept', 'request-supplement', 'stop'])),
    queue('issue-document', () => told(/extended|payment-requested|paid|result-corrected/), lived(['accept', 'take', 'extend', 'finish', 'correct-result'], ['request-payment', 'record-payment'])),
    queue('notify-applicant', () => told(/submitted|accepted/), lived(['accept'])),
    queue('count-dossiers', () => told(/^dossier\./), lived(['accept', 'take'], ['refuse'], ['accept', 'transfer'])),
    queue('follow-directory', () => [
      outside(newEvent(AgencyRegisteredV1, { agencyCode, name: 'Phường I, tên mới', level: 'commune', revision: 2 }, cause())), outside(newEvent(CalendarPublishedV1, { calendarVersion: 2, calendar: handbookCalendar }, cause())),
      outside(newEvent(AgencyCalendarPublishedV1, { agencyCode, calendarVersion: 3, provinceVersion: 2, calendar: { weekly: [], days: [] } }, cause())),
    ]),
    queue('on-payment-settled', () => [30_000, 1].map((amount, place) => outside(newEvent(PaymentSettledV1, { dossierId: dossiers[0] ?? '', obligation: 1, reference: `GD-${place}`, amount, paidAt: begins.toISOString() }, cause()))), lived(['accept', 'request-payment'])),
    request(PrintRegister, clerk, print, lived(['accept'])),
    queue('print-register', () => told(/^register-print/), async () => { await lived(['accept'], ['accept'])(); await asked(PrintRegister, clerk, print)()(); }),
    request(PublishNumbering, administrator, { body: { version: 0, rules: [numberRule] } }),
    request(SetDeskPlan, leader, setPlan),
    request(BookSlot, citizen, visit, planned),
    request(MoveBooking, citizen, () => ({ params: { bookingCode }, body: { day: '2026-03-24', time: '09:00' } }), booked),
    request(CancelBooking, citizen, () => ({ params: { bookingCode } }), booked),
    request(IssueTicket, clerk, ticket, planned),
    request(CallNext, clerk, { params: { agencyCode, counterId: 'quay-1' } }, async () => { await planned(); await asked(IssueTicket, clerk, ticket)()(); }),
    request(ActOnTicket, clerk, { params: { agencyCode, number: '1' }, body: { act: 'serve' } }, async () => {
      await planned();
      await asked(IssueTicket, clerk, ticket)()();
      await asked(CallNext, clerk, { params: { agencyCode, counterId: 'quay-1' } })()();
    }),
    queue('tell-booker', () => told(/^booking\./), booked),
    woken('watch-bookings.schedule', { at: '2026-03-22T03:00:00Z', before: booked }),
    woken('begin-versions.schedule', { at: '2026-05-02T02:00:00Z', before: through([...published, ...laterOnes]) }),
    request(RecallVersion, reviewer, asking({ version: 2, comment: 'Văn bản mới hoãn ngày áp dụng.' }, 6), through([...published, ...laterOnes])),
    woken('look-due.schedule', { before: lived(['accept', 'take'], ['accept']) }),
    woken('warn-unanswered.schedule', { at: '2026-06-20T02:00:00Z', before: lived(['request-supplement'], ['accept', 'request-supplement', 'stop']) }),
    woken('publish-figures.schedule', { before: async () => { await lived(['accept', 'take'], ['refuse'])(); const count = queue('count-dossiers', () => told(/^dossier\./)); await count.ask()(); } }),
    // which generation it is, is nobody's business but its own
    woken('rebuild-counters.command', { before: lived(['accept', 'take'], ['refuse'], ['accept', 'transfer']), sees: async () => { const counters = counterRepository(table); return counters.cells((await counters.state()).current, '2026-03'); } }),
    woken('succeed-dossiers.command', {
      input: { mode: 'apply', plan: { ...plan, id: 'mot-phuong', effective: '2026-03-03', agencies: plan.agencies.filter(({ code }) => code === 'H13.101'), successions: plan.successions.filter(({ from }) => from === agencyCode) } },
      before: async () => {
        await lived(['accept', 'take'], [])();
        await directory.keepAgency(2, { code: agencyCode, name: 'Ủy ban nhân dân Phường I', level: 'commune', validFrom: '2020-01-01', validTo: '2026-03-02' });
        await directory.keepAgency(1, { code: 'H13.101', name: 'Phường mới', level: 'commune', validFrom: '2026-03-03' });
      },
    }),
  ];
};

/** What wakes the workflow other than a request. */
export const entries: Readonly<Record<string, () => Promise<Entry>>> = {
  'begin-versions.schedule': () => import('../../../functions/procedure-submission/begin-versions.schedule.ts'), 'check-attachment.queue': () => import('../../../functions/procedure-submission/check-attachment.queue.ts'),
  'count-dossiers.queue': () => import('../../../functions/procedure-submission/count-dossiers.queue.ts'), 'follow-directory.queue': () => import('../../../functions/procedure-submission/follow-directory.queue.ts'),
  'issue-document.queue': () => import('../../../functions/procedure-submission/issue-document.queue.ts'), 'look-due.schedule': () => import('../../../functions/procedure-submission/look-due.schedule.ts'),
  'notify-applicant.queue': () => import('../../../functions/procedure-submission/notify-applicant.queue.ts'), 'on-payment-settled.queue': () => import('../../../functions/procedure-submission/on-payment-settled.queue.ts'),
  'print-register.queue': () => import('../../../functions/procedure-submission/print-register.queue.ts'),
  'publish-figures.schedule': () => import('../../../functions/procedure-submission/publish-figures.schedule.ts'), 'rebuild-counters.command': () => import('../../../functions/procedure-submission/rebuild-counters.command.ts'),
  'succeed-dossiers.command': () => import('../../../functions/procedure-submission/succeed-dossiers.command.ts'), 'warn-unanswered.schedule': () => import('../../../functions/procedure-submission/warn-unanswered.schedule.ts'),
  'tell-booker.queue': () => import('../../../functions/procedure-submission/tell-booker.queue.ts'), 'watch-bookings.schedule': () => import('../../../functions/procedure-submission/watch-bookings.schedule.ts'),
};
