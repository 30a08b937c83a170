import { expect, test } from 'vitest';
import { deskHandlers } from '../../functions/feedback-classification/desk-handlers.ts';
import { AcceptFeedback, ApproveAnswer, AnswerFeedback, TakeFeedback } from '../../shared/contracts/feedback-desk.ts';
import { GetPromisedDates } from '../../shared/contracts/feedback-calendar.ts';
import { httpApi } from '../../shared/runtime/http.ts';
import { eventOf } from '../procedure-submission/support/desk.ts';
import { memoryDynamo } from '../support/memory/memory-dynamo.ts';
import { apiOn, depsOn, deskOf, dispatcher, fieldOfficer, leader, monday, otherFieldOfficer, otherWard, ward } from './support/desk.ts';

test('a unit’s promised dates as a calendar: what lies with it, until it is answered and let out, without a word of the report', async () => {
  const table = memoryDynamo().table('feedback');
  const deps = depsOn(table);
  const desk = deskOf(table, apiOn(deps));
  const codes: string[] = [];
  for (const urgency of ['normal', 'emergency', 'normal']) {
    const { feedbackId, trackingCode } = await desk.report({ urgency, text: `Việc riêng của từng nhà ${urgency}`, device: `thiet-bi-00000000${codes.length}` });
    await desk.act(AcceptFeedback, dispatcher, feedbackId, { category: 'waste', urgency });
    codes.push(trackingCode);
  }
  const last = await desk.idOf(codes[2] ?? '');
  await desk.act(TakeFeedback, fieldOfficer, last);
  const handler = httpApi(deskHandlers(deps), () => monday);
  const calendar = async (agencyCode = ward, who = leader) => handler(eventOf(GetPromisedDates, who, { params: { agencyCode } }));
  const { statusCode, headers, body = '' } = await calendar();
  expect([statusCode, headers['content-type'], headers['content-disposition']]).toEqual([200, 'text/calendar; charset=utf-8', 'attachment; filename="phan-anh-da-hen.ics"']);
  expect(body.startsWith('BEGIN:VCALENDAR\r\nVERSION:2.0\r\n')).toBe(true);
  expect(body.endsWith('END:VEVENT\r\nEND:VCALENDAR\r\n')).toBe(true);
  expect(Math.max(...body.split('\r\n').map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
  const lines = body.replaceAll('\r\n ', '').split('\r\n');
  expect(lines.filter((line) => line.startsWith('UID:')).toSorted()).toEqual(codes.map((code) => `UID:${code}@haugiang.gov.vn`).toSorted());
  // an emergency first: a working day; the others five, over a holiday
  expect(lines.filter((line) => line.startsWith('DTSTART:')).map((line) => line.slice(8, 16))).toEqual(['20261125', '20261201', '20261201']);
  expect(lines.filter((line) => line.startsWith('SUMMARY:')).slice(0, 2)).toEqual(['SUMMARY:Khẩn: Rác thải\\, vệ sinh môi trường', 'SUMMARY:Rác thải\\, vệ sinh môi trường']);
  expect(body).not.toContain('Việc riêng');
  await desk.act(AnswerFeedback, fieldOfficer, last, { text: 'Đã dọn.' });
  await desk.act(ApproveAnswer, leader, last);
  expect((await calendar()).body).not.toContain(codes[2]);
  expect((await calendar(otherWard, otherFieldOfficer)).body).not.toContain('VEVENT');
  expect(JSON.parse((await calendar(otherWard)).body ?? '')).toMatchObject({ code: 'not-found' });
});
