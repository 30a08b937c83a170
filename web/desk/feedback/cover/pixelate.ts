import type { Box } from './boxes.ts';

export type Pixels = { readonly width: number; readonly height: number; readonly data: Uint8ClampedArray };

/** Of a face or a number so few blocks are left that neither can be read back. */
const blocksAlong = 6;
const smallestBlock = 12;

/** The pixels a box covers, whole ones, never beside the picture. */
export const areaOf = ({ x, y, width, height }: Box, picture: { readonly width: number; readonly height: number }) => {
  const [left, top] = [Math.floor(x * picture.width), Math.floor(y * picture.height)];
  return { left, top, right: Math.min(picture.width, Math.ceil((x + width) * picture.width)), bottom: Math.min(picture.height, Math.ceil((y + height) * picture.height)) };
};

/** Every block of what the boxes cover becomes its mean colour; nothing else is touched. */
export const pixelate = (picture: Pixels, boxes: readonly Box[]): void => {
  const { data, width } = picture;
  for (const box of boxes) {
    const { left, top, right, bottom } = areaOf(box, picture);
    const size = Math.max(smallestBlock, Math.ceil(Math.max(right - left, bottom - top) / blocksAlong));
    for (let blockTop = top; blockTop < bottom; blockTop += size) {
      for (let blockLeft = left; blockLeft < right; blockLeft += size) {
        const [toX, toY] = [Math.min(right, blockLeft + size), Math.min(bottom, blockTop + size)];
        const sum = [0, 0, 0];
        for (let y = blockTop; y < toY; y += 1) for (let x = blockLeft; x < toX; x += 1) for (let part = 0; part < 3; part += 1) sum[part] = (sum[part] ?? 0) + (data[(y * width + x) * 4 + part] ?? 0);
        const count = (toX - blockLeft) * (toY - blockTop);
        for (let y = blockTop; y < toY; y += 1) for (let x = blockLeft; x < toX; x += 1) for (let part = 0; part < 3; part += 1) data[(y * width + x) * 4 + part] = (sum[part] ?? 0) / count;
      }
    }
  }
};
