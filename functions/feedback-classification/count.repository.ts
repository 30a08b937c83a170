import type { Table } from '../../shared/runtime/dynamo.ts';
import { contentOf, put, remove, update, WriteRefused, type Row, type TableKey, type Write } from '../../shared/runtime/transaction.ts';
import { addedBy, countedZooms, figureNames, partChanges, pinZoom, tileAt, type Added, type FigureName, type Tile } from './counting.ts';
import { countedKey, figuresKey, figuresPartition, pinKey, pinPartition, tilePartition } from './feedback.keys.ts';
import type { FeedbackRecord, MapStore, Pin } from './ports.ts';
import { pinOf } from './rows.ts';

const addWrite = (key: TableKey, entity: string, sums: readonly (readonly [string, number])[]): Write => update(key, {
  expression: `ADD ${sums.map((_, index) => `#n${index} :n${index}`).join(', ')} SET entity = :entity`,
  names: Object.fromEntries(sums.map(([name], index) => [`#n${index}`, name])), values: { ':entity': entity, ...Object.fromEntries(sums.map(([, by], index) => [`:n${index}`, by])) },
});

const figureWrites = (before: Added | undefined, after: Added | undefined): Write[] => {
  const areas = [...new Set([before?.area, after?.area].flatMap((area) => area ?? []))];
  return areas.flatMap((area) => {
    const of = (added: Added | undefined, name: FigureName): number => (added?.area === area ? added.figures[name] : 0);
    const sums = figureNames.map((name) => [name, of(after, name) - of(before, name)] as const).filter(([, by]) => by !== 0);
    return sums.length === 0 ? [] : [addWrite(figuresKey(area), 'figures', sums)];
  });
};

const pinKeyOf = (record: FeedbackRecord, { pin }: Pick<Added, 'pin'>): TableKey[] => (pin === undefined ? [] : [pinKey(pin, record.report)]);

const mostPins = 300;
const fewPins = 50;
type Summed = { count: number; lat: number; long: number };
const childrenOf = ({ zoom, x, y }: Tile): Tile[] => [0, 1].flatMap((right) => [0, 1].map((down) => ({ zoom: zoom + 1, x: 2 * x + right, y: 2 * y + down })));
const isCounted = ({ zoom }: Tile): boolean => (countedZooms as readonly number[]).includes(zoom);

export const countRepository = (table: Table): MapStore => {
  const partsOf = async (tile: Tile): Promise<Row[]> => {
    const rows: Row[] = [];
    let after: string | undefined;
    do {
      const page = await table.query({ pk: tilePartition(tile), after });
      rows.push(...page.items);
      after = page.cursor;
    } while (after !== undefined);
    return rows;
  };
  return {
    count: async (record) => {
      const key = countedKey(record.report.feedbackId);
      const known = await table.get(key, { consistent: true });
      const before = known?.['added'] as Added | undefined;
      const seen = Number(known?.['revision'] ?? -1);
      // an older word than the one that was counted: what is counted is what stands there now
      if (seen > record.standing.revision) return true;
      const after = addedBy(record);
      const [gone, there] = [before === undefined ? [] : pinKeyOf(record, before), after === undefined ? [] : pinKeyOf(record, after)];
      try {
        await table.transact([
          put({ ...key, entity: 'counted', revision: record.standing.revision, ...(after === undefined ? {} : { added: after }) }, known === undefined ? { expression: 'attribute_not_exists(pk)' } : { expression: 'revision = :seen', values: { ':seen': seen } }),
          ...figureWrites(before, after),
          ...partChanges(before, after).map(({ tile, part, count, lat, long }) => addWrite({ pk: tilePartition(tile), sk: part }, 'tile', [['count', count], ['lat', lat], ['long', long]])),
          ...gone.filter((old) => !there.some(({ pk, sk }) => pk === old.pk && sk === old.sk)).map((old) => remove(old)),
          ...there.map((one) => put({ ...one, entity: 'pin', ...pinOf(record, record.tally.voices) })),
        ]);
        return true;
      } catch (error) {
        if (error instanceof WriteRefused) return false;
        throw error;
      }
    },
    tile: async (tile, { category, state }) => {
      const rows = (await Promise.all((isCounted(tile) ? [tile] : childrenOf(tile)).map(partsOf))).flat();
      const sums = new Map<string, Summed>();
      for (const row of rows) {
        const [standing, kind, part = ''] = row.sk.split('#');
        if ((state !== undefined && standing !== state) || (category !== undefined && kind !== category)) continue;
        const sum = sums.get(part) ?? { count: 0, lat: 0, long: 0 };
        sums.set(part, { count: sum.count + Number(row['count']), lat: sum.lat + Number(row['lat']), long: sum.long + Number(row['long']) });
      }
      const clusters = [...sums.values()].filter(({ count }) => count > 0).map(({ count, lat, long }) => ({ count, lat: lat / count / 1_000_000, long: long / count / 1_000_000 }));
      const all = clusters.reduce((sum, { count }) => sum + count, 0);
      if (tile.zoom < pinZoom || (tile.zoom === pinZoom && all > fewPins)) return { clusters, pins: [] };
      const shrink = 2 ** (tile.zoom - pinZoom);
      const { items } = await table.query({ pk: pinPartition({ zoom: pinZoom, x: Math.floor(tile.x / shrink), y: Math.floor(tile.y / shrink) }), newestFirst: true, limit: mostPins });
      const pins = items.map((row) => contentOf<Pin>(row)).filter(({ lat, long, category: kind, state: stands }) => {
        const at = lat === undefined || long === undefined ? undefined : tileAt(lat, long, tile.zoom);
        return at?.x === tile.x && at.y === tile.y && (category === undefined || kind === category) && (state === undefined || (state === 'open') === isOpenPin(stands));
      });
      return { clusters: pins.length === all ? [] : clusters, pins };
    },
    figures: async () => (await table.query({ pk: figuresPartition })).items.map((row) => ({ area: row.sk, ...Object.fromEntries(figureNames.map((name) => [name, Number(row[name] ?? 0)])) as Record<FigureName, number> })),
  };
};

const isOpenPin = (state: Pin['state']): boolean => state !== 'PUBLISHED' && state !== 'CLOSED' && state !== 'REJECTED';
