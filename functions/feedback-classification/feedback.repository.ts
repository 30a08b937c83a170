import { encodeCursor } from '../../shared/runtime/cursor.ts';
import type { Table } from '../../shared/runtime/dynamo.ts';
import { findReplay, requestRow } from '../../shared/runtime/idempotency.ts';
import { outboxRow } from '../../shared/runtime/outbox.ts';
import { bindUpload } from '../../shared/runtime/uploads/upload.repository.ts';
import { contentOf, put, putOnce, remove, update, WriteRefused, type Row, type Write } from '../../shared/runtime/transaction.ts';
import { localDate } from '../../shared/kernel/vietnam-time.ts';
import { dayKey, dayPartition, destroyedKey, feedbackPartition, historyKey, mediaKey, noteKey, personKey, personPartition, reporterKey, reportKey, rowKind, senderKey, standingKey, tallyKey, trackingKey, voiceKey } from './feedback.keys.ts';
import { voiceDays, type Forgetting } from './forgetting.ts';
import { cardOf, type Escalation } from './escalation.ts';
import { planLook } from './look.repository.ts';
import type { Feedback, Media, Note, Report, Reporter, Standing, Tally } from './feedback.ts';
import type { HistoryRecord } from './history.ts';
import type { Change, FeedbackRecord, FeedbackStore, Filing, Outcome, Voice } from './ports.ts';
import { countWrites, queueWrites } from './queue.repository.ts';
import { registerWrites } from './register.repository.ts';

const noTally: Tally = { voices: 0, notFixed: 0 };

const historyRow = (feedbackId: string, entry: HistoryRecord): Write => putOnce({ ...historyKey(feedbackId, entry.seq), entity: 'history', ...entry });
const mediaRow = (feedbackId: string, media: Media): Write => put({ ...mediaKey(feedbackId, media.mediaId), entity: 'media', ...media });

/** A day is longer than any two messages lie apart that are of one matter. */
const senderSeconds = 86_400;
/** Of two messages filed at once one is second, and sees the report of the first. */
const senderWrite = ({ who, seen, sentAt }: NonNullable<Filing['sender']>, { feedbackId, reportedAt }: Report): Write =>
  put({ ...senderKey(who), entity: 'sender', feedbackId, sentAt, expiresAt: Math.floor(Date.parse(reportedAt) / 1000) + senderSeconds }, seen === undefined ? { expression: 'attribute_not_exists(pk)' } : { expression: 'feedbackId = :seen', values: { ':seen': seen } });

const filingWrites = ({ feedback, reporter, media, entry, event, person, look, sender }: Filing, intake: string): Write[] => {
  const { report, standing } = feedback;
  const { feedbackId } = report;
  return [
    putOnce({ ...reportKey(feedbackId), entity: 'report', ...report }), putOnce({ ...standingKey(feedbackId), entity: 'standing', ...standing }), historyRow(feedbackId, entry),
    ...(reporter === undefined ? [] : [putOnce({ ...reporterKey(feedbackId), entity: 'reporter', ...reporter })]),
    putOnce({ ...trackingKey(report.trackingCode), entity: 'pointer', feedbackId }),
    ...(report.parent === undefined ? [putOnce({ ...dayKey(localDate(new Date(report.reportedAt)), feedbackId), entity: 'pointer', feedbackId })] : []),
    ...(person === undefined ? [] : [putOnce({ ...personKey(person, feedbackId), entity: 'pointer', feedbackId })]),
    ...media.map((one) => mediaRow(feedbackId, one)),
    ...queueWrites(undefined, { ...feedback, voices: 0, media: media.length }, intake), ...registerWrites(undefined, { ...feedback, voices: 0, updatedAt: entry.at }), put(outboxRow(event)), ...(look === undefined ? [] : [planLook(look, feedbackId)]), ...(sender === undefined ? [] : [senderWrite(sender, report)]),
  ];
};

const movedWrites = (before: FeedbackRecord, { after, media, entries, forget, more }: { after: Standing; media: readonly Media[]; entries: readonly HistoryRecord[]; forget?: Forgetting | undefined; more?: Report | undefined }, intake: string): Write[] => {
  const { tally } = before;
  const report = forget?.report ?? more ?? before.report;
  const all = [...before.media.filter(({ mediaId }) => ![...media, ...forget?.media ?? []].some((one) => one.mediaId === mediaId)), ...media];
  const photo = all.find(({ published, contentType }) => published === true && contentType !== 'video/mp4')?.mediaId;
  const shown = { updatedAt: entries.at(-1)?.at ?? report.reportedAt, ...(photo === undefined ? {} : { photo }) };
  const counted = { report, standing: after, voices: tally.voices, media: all.length, card: cardOf({ report, standing: after }, entries, before.escalations) };
  return [
    put({ ...standingKey(report.feedbackId), entity: 'standing', ...after }, { expression: 'revision = :seen', values: { ':seen': before.standing.revision } }),
    ...queueWrites(before, counted, intake), ...registerWrites(before, { ...counted, ...shown }),
  ];
};

/** Takes away what goes, and says so in the log of what was destroyed: what and why, never whose. */
const forgetWrites = ({ report: { feedbackId } }: FeedbackRecord, { report, notes, entries, media, reporter, person }: Forgetting, { why, at }: { why: { why?: string }; at: string }): Write[] => [
  put({ ...reportKey(feedbackId), entity: 'report', ...report }), ...notes.map((note) => put({ ...noteKey(feedbackId, note.seq), entity: 'note', ...note })), ...media.map(({ mediaId }) => remove(mediaKey(feedbackId, mediaId))),
  ...entries.map(({ private: _words, ...entry }) => put({ ...historyKey(feedbackId, entry.seq), entity: 'history', ...entry })),
  ...(reporter ? [remove(reporterKey(feedbackId))] : []), ...(person === undefined ? [] : [remove(personKey(person, feedbackId))]),
  putOnce({ ...destroyedKey({ at, feedbackId }), entity: 'destroyed', feedbackId, at, why: why.why ?? '', reporter, media: media.length, words: report.text === '' }),
];

/** The request row is always first: when it is refused, the rest does not matter. Uploads are last, so that a refused one can be named. */
const changeWrites = ({ before, after, entries, events, asked, note, look, forget, report, media = [], uploads = [], children = [], beside }: Change, intake: string): Write[] => {
  const { feedbackId } = before.report;
  return [
    requestRow(asked.requestKey, feedbackId, asked.cause.now), ...movedWrites(before, { after, media, entries: [...before.history, ...entries], forget, more: report }, intake), ...(report === undefined ? [] : [put({ ...reportKey(feedbackId), entity: 'report', ...report })]), ...entries.map((entry) => historyRow(feedbackId, entry)),
    ...(note === undefined ? [] : [putOnce({ ...noteKey(feedbackId, note.seq), entity: 'note', ...note })]), ...media.map((one) => mediaRow(feedbackId, one)),
    ...(look === undefined ? [] : [planLook(look, feedbackId)]), ...(forget === undefined ? [] : forgetWrites(before, forget, { why: events[0]?.detail.data as { why?: string }, at: asked.cause.now.toISOString() })),
    ...(beside === undefined ? [] : [...movedWrites(beside.before, { after: beside.after, media: [], entries: [...beside.before.history, beside.entry] }, intake), historyRow(beside.before.report.feedbackId, beside.entry)]),
    ...countWrites([{ before, after: { report: before.report, standing: after } }, ...(beside === undefined ? [] : [{ before: beside.before, after: { report: beside.before.report, standing: beside.after } }]), ...children.map(({ feedback }) => ({ before: undefined, after: feedback }))], intake),
    ...children.flatMap((child) => filingWrites(child, intake)), ...events.map((event) => put(outboxRow(event))),
    ...uploads.map((upload) => bindUpload(upload, 'feedbackId', feedbackId)),
  ];
};

const assemble = (rows: readonly Row[]): FeedbackRecord | undefined => {
  const of = <T>(kind: string): T[] => rows.filter((row) => rowKind(row.sk) === kind).map((row) => contentOf<T>(row));
  const [report] = of<Report>('REPORT');
  const [standing] = of<Standing>('STANDING');
  if (report === undefined || standing === undefined) return undefined;
  const [reporter] = of<Reporter>('REPORTER');
  const [tally] = of<Partial<Tally>>('TALLY');
  return { report, standing, history: of<HistoryRecord>('HIST'), notes: of<Note>('NOTE'), media: of<Media>('MEDIA'), escalations: of<Escalation>('ESC'), voices: of<Voice>('VOICE'), tally: { ...noTally, ...tally }, ...(reporter === undefined ? {} : { reporter }) };
};

const ownPerPage = 20;

/** `intake` is the agency that sorts for the whole province. */
export const feedbackRepository = (table: Table, intake: string): FeedbackStore => {
  const answered: FeedbackStore['answered'] = (key) => findReplay(table, key);

  /** Writes, or says which of the foreseen things stood in the way. */
  const settle = async (writes: readonly Write[], { asked, intention, uploads }: { asked: Change['asked']; intention: string; uploads: number }): Promise<Outcome> => {
    try {
      await table.transact(writes, intention);
      return { kind: 'written' };
    } catch (error) {
      if (!(error instanceof WriteRefused)) throw error;
      const earlier = error.at.includes(0) ? await answered(asked.requestKey) : undefined;
      if (earlier !== undefined) return { kind: 'replayed', feedbackId: earlier };
      const firstUpload = writes.length - uploads;
      const taken = error.at.every((index) => index >= firstUpload) ? error.at[0] : undefined;
      return taken === undefined ? { kind: 'changed' } : { kind: 'taken', index: taken - firstUpload };
    }
  };

  const load: FeedbackStore['load'] = async (feedbackId) => {
    const rows: Row[] = [];
    let after: string | undefined;
    do {
      const page = await table.query({ pk: feedbackPartition(feedbackId), consistent: true, after });
      rows.push(...page.items);
      after = page.cursor;
    } while (after !== undefined);
    return assemble(rows);
  };

  return {
    answered, load,
    idByTrackingCode: async (code) => (await table.get(trackingKey(code), { consistent: true }))?.['feedbackId'] as string | undefined,
    file: (filing, asked) => settle(
      [requestRow(asked.requestKey, filing.feedback.report.feedbackId, asked.cause.now), ...filingWrites(filing, intake), ...countWrites([{ before: undefined, after: filing.feedback }], intake), ...filing.uploads.map((upload) => bindUpload(upload, 'feedbackId', filing.feedback.report.feedbackId))],
      { asked, intention: filing.entry.hash, uploads: filing.uploads.length },
    ),
    change: (change) => settle(changeWrites(change, intake), { asked: change.asked, intention: change.after.historyHead, uploads: change.uploads?.length ?? 0 }),
    checkMedia: (feedbackId, { mediaId, checkedAt, checkedBy, boxes, public: shown }, asked) => settle([
      requestRow(asked.requestKey, feedbackId, asked.cause.now),
      update(mediaKey(feedbackId, mediaId), {
        expression: `SET checkedAt = :at, checkedBy = :by, boxes = :boxes${shown === undefined ? ' REMOVE publicKey, publicType' : ', publicKey = :key, publicType = :type'}`,
        values: { ':at': checkedAt, ':by': checkedBy, ':boxes': boxes, ...(shown === undefined ? {} : { ':key': shown.key, ':type': shown.type }) },
      }, { expression: 'attribute_exists(pk)' }),
      ...(shown === undefined ? [] : [bindUpload(shown, 'feedbackId', feedbackId)]),
    ], { asked, intention: asked.requestKey.id, uploads: shown === undefined ? 0 : 1 }),
    ofPerson: async (who, cursor) => {
      const page = await table.query({ pk: personPartition(who), prefix: 'FBK#', newestFirst: true, limit: ownPerPage, after: cursor, consistent: true });
      const found = await Promise.all(page.items.map((row) => load(String(row['feedbackId']))));
      return { items: found.flatMap((one) => one ?? []), ...(page.cursor === undefined ? {} : { cursor: encodeCursor(page.items.at(-1)?.sk ?? '') }) };
    },
    reportedSince: async (from, to, most) => {
      const ids: string[] = [];
      for (let day = to; ids.length < most && localDate(day) >= localDate(from); day = new Date(day.getTime() - 86_400_000)) {
        const { items } = await table.query({ pk: dayPartition(localDate(day)), newestFirst: true, limit: most - ids.length });
        ids.push(...items.map(({ sk }) => sk));
      }
      const found: Feedback[] = [];
      // a report has two rows of interest, and a read takes a hundred
      for (let at = 0; at < ids.length; at += 50) {
        const rows = await table.getMany(ids.slice(at, at + 50).flatMap((id) => [reportKey(id), standingKey(id)]));
        for (const own of Map.groupBy(rows, ({ pk }) => pk).values()) { const one = assemble(own); if (one !== undefined) found.push({ report: one.report, standing: one.standing }); }
      }
      return found;
    },
    addVoice: async (feedbackId, voice, event, asked) => {
      const counted = voice.kind === 'voice' ? 'voices' : 'notFixed';
      const before = Number((await table.get(tallyKey(feedbackId), { consistent: true }))?.[counted] ?? 0);
      try {
        await table.transact([
          requestRow(asked.requestKey, feedbackId, asked.cause.now), putOnce({ ...voiceKey(feedbackId, voice.kind, voice.who), entity: 'voice', expiresAt: Math.floor(Date.parse(voice.at) / 1000) + voiceDays * 86_400, ...voice }),
          update(tallyKey(feedbackId), { expression: 'ADD #counted :one', names: { '#counted': counted }, values: { ':one': 1 } }), put(outboxRow(event(before + 1))),
        ]);
        return true;
      } catch (error) {
        if (error instanceof WriteRefused) return false;
        throw error;
      }
    },
  };
};
