import { expect, test } from 'vitest';
import { readFeedbackAddress, writeFeedbackAddress } from '../../web/desk/feedback/address.ts';
import { isOrdinary, ordered } from '../../web/desk/feedback/acts.ts';
import { nearest, type Job } from '../../web/desk/feedback/field/nearest.ts';
import { pointIn } from '../../web/desk/feedback/point-in.ts';
import { boxOf, contains, distanceText, projection, widened } from '../../web/desk/feedback/projection.ts';
import { queuesOf, tasksOf } from '../../web/desk/feedback/queues.ts';

test('what the page of reports shows survives its address, and what it does not know is left out', () => {
  const whole = { agency: 'H30.01', queue: 'to-publish', task: undefined, report: 'fbk_01K9M3Z5T8Q2W4E6R8Y0P1S3D5', category: 'waste', area: '31321' } as const;
  expect(readFeedbackAddress(writeFeedbackAddress(whole))).toEqual(whole);
  expect(writeFeedbackAddress({ task: 'hotline' })).toBe('?phan-anh=tong-dai');
  expect(readFeedbackAddress('?phan-anh=khac&ma=dos_1&loai=RAC&dia-ban=1#tim=x')).toEqual({});
});

test('everybody finds the queues that are work for the roles held, sorting before working', () => {
  expect(queuesOf(['dispatcher'])).toEqual(['inbox']);
  expect(queuesOf(['leader', 'moderator'])).toEqual(['to-publish', 'to-approve', 'to-take', 'mine', 'working', 'due-soon', 'overdue']);
  expect([queuesOf(['hotline-operator']), tasksOf(['hotline-operator'])]).toEqual([[], ['hotline']]);
});

test('the one button is the ordinary way on; taking away is never the first', () => {
  expect(ordered(['refuse', 'merge', 'accept', 'change'])).toEqual(['accept', 'change', 'merge', 'refuse']);
  expect(ordered(['refuse', 'hand-back', 'extend']).some(isOrdinary)).toBe(false);
});

test.each([
  ['9.76071, 105.45679', { lat: 9.76071, long: 105.45679 }], ['9.76071,105.45679', { lat: 9.76071, long: 105.45679 }], ['9,76071; 105,45679', { lat: 9.76071, long: 105.45679 }], ['105.45679 9.76071', { lat: 105.45679, long: 9.76071 }],
  ['9.76071', undefined], ['trước chợ', undefined], ['9.7.6, 105', undefined], ['900, 105', undefined],
])('a point as people paste it: %s', (typed, point) => { expect(pointIn(typed)).toEqual(point); });

test('a drawing leads back to the ground it was made of, and knows what lies in it', () => {
  const square = [105, 9, 106, 9, 106, 10, 105, 10], hole = [105.4, 9.4, 105.6, 9.4, 105.6, 9.6, 105.4, 9.6];
  const plane = projection(widened(boxOf([square]), 0.1), 320);
  const { x, y } = plane.at({ lat: 9.3, long: 105.8 });
  const back = plane.back(x, y);
  expect([back.lat, back.long].map((value) => Math.round(value * 100) / 100)).toEqual([9.3, 105.8]);
  expect(plane.path([square])).toMatch(/^M[\d. ]+(L[\d. ]+){3}Z$/);
  expect([{ lat: 9.3, long: 105.8 }, { lat: 9.5, long: 105.5 }, { lat: 11, long: 105.5 }].map((point) => contains([[square, hole]], point))).toEqual([true, false, false]);
});

test('at the scene the nearest comes first, without a position the most urgent; what was done here is not offered again', () => {
  const job = (n: number, changes: Partial<Job>): Job => ({ feedbackId: `fbk_${n}`, trackingCode: `HG-${n}`, excerpt: '', reportedAt: '2026-11-23T01:00:00.000Z', urgency: 'normal', state: 'ASSIGNED', taken: false, ...changes });
  const jobs = [job(1, { lat: 9.77, long: 105.45, dueAt: '2026-11-24T01:00:00.000Z' }), job(2, { dueAt: '2026-11-23T02:00:00.000Z' }), job(3, { lat: 9.761, long: 105.45, dueAt: '2026-11-25T01:00:00.000Z' })];
  const order = (...asked: Parameters<typeof nearest>) => nearest(...asked).map(({ feedbackId }) => feedbackId);
  const here = { lat: 9.76, long: 105.45 };
  expect(order(jobs, here, [])).toEqual(['fbk_3', 'fbk_1', 'fbk_2']);
  expect(order(jobs, undefined, [])).toEqual(['fbk_2', 'fbk_1', 'fbk_3']);
  expect(nearest(jobs, here, [])[0]?.metres).toBe(111);
  const deed = { id: '1', at: '', trackingCode: '', text: '', shots: [] };
  expect(nearest(jobs, here, [{ ...deed, feedbackId: 'fbk_3', act: 'take' }, { ...deed, feedbackId: 'fbk_1', act: 'answer' }]).map(({ feedbackId, taken }) => [feedbackId, taken])).toEqual([['fbk_3', true], ['fbk_2', false]]);
});

test('distances as people say them', () => {
  expect([37, 999, 1240, 12_400].map((metres) => distanceText(metres, 'vi'))).toEqual(['40 m', '1,0 km', '1,2 km', '12 km']);
  expect(distanceText(1240, 'en')).toBe('1.2 km');
});
