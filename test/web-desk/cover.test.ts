import { describe, expect, test } from 'vitest';
import { between, byKey, isBox, movedBy, overlap, pulled } from '../../web/desk/feedback/cover/boxes.ts';
import { areaOf, pixelate, type Pixels } from '../../web/desk/feedback/cover/pixelate.ts';
import { suggestCovers } from '../../web/desk/feedback/cover/suggest-covers.ts';
import { seeded } from '../fuzz/random.ts';

type Colour = readonly [number, number, number];
const blank = (width: number, height: number, [red, green, blue]: Colour): Pixels => {
  const data = new Uint8ClampedArray(width * height * 4);
  for (let at = 0; at < data.length; at += 4) data.set([red, green, blue, 255], at);
  return { width, height, data };
};
const paint = ({ width, data }: Pixels, inside: (x: number, y: number) => Colour | undefined): void => {
  for (let at = 0; at < data.length; at += 4) {
    const colour = inside((at / 4) % width, Math.floor(at / 4 / width));
    if (colour !== undefined) data.set(colour, at);
  }
};
const road = (): Pixels => {
  const picture = blank(480, 360, [120, 124, 128]);
  const random = seeded(7);
  paint(picture, () => { const light = 110 + random.below(20); return [light, light + 2, light + 4]; });
  return picture;
};

describe('a box', () => {
  test('lies between two spots whichever way it is drawn, inside the picture; a click is none', () => {
    expect(between({ x: 0.6, y: 0.5 }, { x: 0.2, y: 0.1 })).toEqual({ x: 0.2, y: 0.1, width: 0.4, height: 0.4 });
    expect(between({ x: 0.9, y: -0.2 }, { x: 1.4, y: 0.3 })).toEqual({ x: 0.9, y: 0, width: 0.1, height: 0.3 });
    expect(isBox(between({ x: 0.5, y: 0.5 }, { x: 0.505, y: 0.6 }))).toBe(false);
  });
  test('keeps its size when moved against an edge', () => {
    expect(movedBy({ x: 0.8, y: 0.1, width: 0.15, height: 0.2 }, { x: 0.2, y: -0.5 })).toEqual({ x: 0.85, y: 0, width: 0.15, height: 0.2 });
  });
  test.each([
    ['se', { x: 0.9, y: 0.8 }, { x: 0.2, y: 0.2, width: 0.7, height: 0.6 }], ['nw', { x: 0.1, y: 0.3 }, { x: 0.1, y: 0.3, width: 0.3, height: 0.1 }],
    ['ne', { x: 2, y: -1 }, { x: 0.2, y: 0, width: 0.8, height: 0.4 }], ['sw', { x: 0.9, y: 0.1 }, { x: 0.39, y: 0.2, width: 0.01, height: 0.01 }],
  ] as const)('is pulled by its corner %s, the opposite one stays', (corner, to, after) => {
    expect(pulled({ x: 0.2, y: 0.2, width: 0.2, height: 0.2 }, corner, to)).toEqual(after);
  });
  test('is moved and pulled by arrow keys; other keys are left to the page', () => {
    const box = { x: 0.5, y: 0.5, width: 0.2, height: 0.2 };
    expect(byKey(box, 'ArrowLeft', false)).toEqual({ ...box, x: 0.49 });
    expect(byKey(box, 'ArrowDown', true)).toEqual({ ...box, height: 0.21 });
    expect(byKey(box, 'Tab', false)).toBeUndefined();
  });
});

test('covered parts lose what could be read, the rest of the picture is untouched to the byte', () => {
  const picture = road();
  // figures of one pixel: the finest there is
  paint(picture, (x, y) => (x >= 120 && x < 240 && y >= 90 && y < 135 ? (x % 2 === 0 ? [255, 255, 255] : [0, 0, 0]) : undefined));
  const before = picture.data.slice();
  const box = { x: 0.25, y: 0.25, width: 0.25, height: 0.125 };
  pixelate(picture, [box]);
  const { left, top, right, bottom } = areaOf(box, picture);
  const colours = new Set<string>();
  for (let y = 0; y < picture.height; y += 1) for (let x = 0; x < picture.width; x += 1) {
    const at = (y * picture.width + x) * 4;
    const now = picture.data.slice(at, at + 4).join();
    if (x >= left && x < right && y >= top && y < bottom) colours.add(now);
    else if (now !== before.slice(at, at + 4).join()) throw new Error(`changed beside the box at ${x}, ${y}`);
  }
  expect([left, top, right, bottom]).toEqual([120, 90, 240, 135]);
  expect(colours.size).toBeLessThanOrEqual(18);
});

test('a box over the edge and one of the whole picture are covered without a trace', () => {
  for (const box of [{ x: 0.95, y: 0.95, width: 0.05, height: 0.05 }, { x: 0, y: 0, width: 1, height: 1 }]) {
    const picture = road();
    pixelate(picture, [box]);
    expect(picture.data.length).toBe(480 * 360 * 4);
    expect(new Set(picture.data.filter((_, at) => at % 4 === 3))).toEqual(new Set([255]));
  }
});

describe('what is suggested', () => {
  const onto = (part: { x: number; y: number; width: number; height: number }, made: ReturnType<typeof suggestCovers>) => made.filter((box) => overlap(part, box) > 0.7);
  test.each([[[224, 172, 138]], [[141, 92, 66]], [[198, 134, 100]]] as const)('a face of colour %j, round, on a road', (skin) => {
    const picture = road();
    paint(picture, (x, y) => (((x - 240) / 26) ** 2 + ((y - 120) / 34) ** 2 <= 1 ? skin : undefined));
    expect(onto({ x: 214 / 480, y: 86 / 360, width: 52 / 480, height: 68 / 360 }, suggestCovers(picture))).toMatchObject([{ from: 'face' }]);
  });
  test.each([['one line', 130, 28], ['two lines', 64, 48]] as const)('a plate of %s', (_, width, height) => {
    const picture = road();
    paint(picture, (x, y) => (x >= 300 && x < 300 + width && y >= 250 && y < 250 + height ? (Math.floor((x - 300) / 3) % 2 === 0 && (y - 250) % 24 > 3 ? [20, 20, 20] : [245, 245, 240]) : undefined));
    expect(onto({ x: 300 / 480, y: 250 / 360, width: width / 480, height: height / 360 }, suggestCovers(picture)).map(({ from }) => from)).toEqual(['plate']);
  });
  test('nothing on a bare road, nor on a picture of one pixel; never more than twelve', () => {
    expect(suggestCovers(road())).toEqual([]);
    expect(suggestCovers(blank(1, 1, [224, 172, 138]))).toEqual([]);
    const crowd = road();
    paint(crowd, (x, y) => ((x % 48 - 24) ** 2 / 100 + (y % 45 - 22) ** 2 / 170 <= 1 ? [224, 172, 138] : undefined));
    expect(suggestCovers(crowd)).toHaveLength(12);
  });
});
