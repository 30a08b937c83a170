import { catalogue } from '../../functions/feedback-classification/catalogue.ts';
import { areaAt } from '../../functions/feedback-classification/areas.ts';
import { addedBy } from '../../functions/feedback-classification/counting.ts';
import { nearKey, pinKey, publicKey, tilePartition } from '../../functions/feedback-classification/feedback.keys.ts';
import type { Feedback } from '../../functions/feedback-classification/feedback.ts';
import { pinOf } from '../../functions/feedback-classification/rows.ts';
import { newId, trackingCode } from '../../shared/kernel/ids.ts';
import { isOpenFeedback } from '../../shared/kernel/feedback-state.ts';
import type { Row } from '../../shared/runtime/transaction.ts';
import { seeded, type Random } from '../fuzz/random.ts';

const day = 86_400_000;
const years = 3;
/** Where people report from: the towns hold most of it, the fields the rest. */
const towns = [{ lat: 9.784, long: 105.470, share: 5 }, { lat: 9.815, long: 105.823, share: 3 }, { lat: 9.682, long: 105.575, share: 2 }] as const;
const texts = ['Rác đổ đầy lề đường trước chợ, bốc mùi mấy ngày nay.', 'Đèn đường hư đã một tuần, ban đêm tối thui.', 'Ổ gà lớn giữa đường, xe máy té hoài.', 'Quán karaoke mở nhạc tới nửa đêm.', 'Cống nghẹt, mưa xuống là ngập vô nhà.'] as const;

/** Reports of three years up to `now`, those of the last weeks still open: what was sent of them later is drawn from the same town. */
export function* manyReports(many: number, { now, random }: { readonly now: Date; readonly random: Random }): Generator<Feedback> {
  const codes = catalogue.categories.filter(({ retired }) => !retired).map(({ code }) => code);
  for (let n = 0; n < many; n++) {
    const town = random.pick([...towns, ...towns.slice(0, 1)]);
    const spread = (): number => ((random.below(2001) + random.below(2001)) / 2000 - 1) * 0.06;
    const [lat, long] = [town.lat + spread(), town.long + spread()];
    const age = random.below(years * 365 * 24) * (day / 24) + random.below(3_600_000);
    const reportedAt = new Date(now.getTime() - age).toISOString();
    const state = age < 12 * day ? 'IN_PROGRESS' : 'CLOSED';
    yield {
      report: { feedbackId: newId('fbk', new Date(reportedAt), random.next), trackingCode: trackingCode(random.next), channel: 'web', text: random.pick(texts), place: { lat, long }, reportedAt, flags: [] },
      standing: { revision: 4, state, category: random.pick(codes), urgency: 'normal', complex: false, visibility: 'public', publicText: random.pick(texts), historyHead: '', ...(areaOf(lat, long)) },
    };
  }
}
const areaOf = (lat: number, long: number): { area?: string } => { const area = areaAt(lat, long); return area === undefined ? {} : { area: area.code }; };

/** The rows that lists, maps and searches read of a report; those of a report alone are found by its own key and cross nobody. */
export const rowsOf = (feedback: Feedback): Row[] => {
  const { report, standing } = feedback;
  const pin = { ...pinOf(feedback, 0), updatedAt: report.reportedAt };
  const added = addedBy(feedback);
  return [
    ...['all' as const, `area#${standing.area ?? 'none'}` as const, `category#${standing.category ?? 'none'}` as const].map((scope) => ({ ...publicKey(scope, report), entity: 'public', ...pin })),
    ...(added?.pin === undefined ? [] : [{ ...pinKey(added.pin, report), entity: 'pin', ...pin }]),
    ...(isOpenFeedback(standing.state) ? [{ ...nearKey({ lat: report.place.lat ?? 0, long: report.place.long ?? 0 }, report), entity: 'near', ...pin, fullText: report.text }] : []),
  ];
};

type Sum = { count: number; lat: number; long: number };
/** What the counting of all of them would have left: the parts of every tile. */
export const tileSums = () => {
  const sums = new Map<string, Sum>();
  return {
    add: (feedback: Feedback): void => {
      const added = addedBy(feedback);
      for (const { tile, part } of added?.parts ?? []) {
        const place = `${tilePartition(tile)} ${part}`;
        const sum = sums.get(place) ?? { count: 0, lat: 0, long: 0 };
        sums.set(place, { count: sum.count + 1, lat: sum.lat + (added?.lat ?? 0), long: sum.long + (added?.long ?? 0) });
      }
    },
    rows: (): Row[] => [...sums].map(([place, sum]) => { const [pk = '', sk = ''] = place.split(' '); return { pk, sk, entity: 'tile', ...sum }; }),
  };
};
export const reportsSeed = (many: number): Random => seeded(20261123 + many);
