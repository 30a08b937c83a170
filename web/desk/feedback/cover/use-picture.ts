import { useEffect, useState } from 'preact/hooks';
import { call, offlineProblem } from '../../../client/client.ts';
import type { ProblemBody } from '../../../../shared/contracts/problems.ts';
import type { Box } from './boxes.ts';
import { pixelate } from './pixelate.ts';
import { suggestCovers } from './suggest-covers.ts';
import type { Suggested } from './suggest-covers.ts';

/** Enough for the public, and within what a phone's canvas holds. */
const longestSide = 2400;
/** A face is found in a small picture as well, sooner. */
const lookedAtSide = 480;
const quality = 0.85;

type Detected = { readonly boundingBox: { readonly x: number; readonly y: number; readonly width: number; readonly height: number } };
type Detector = new (options: { maxDetectedFaces: number }) => { readonly detect: (source: HTMLCanvasElement) => Promise<readonly Detected[]> };

export type Picture = { readonly pixels: ImageData; readonly suggested: readonly Suggested[] };
type Opened = { readonly picture?: Picture; readonly problem?: ProblemBody };

const drawn = (source: ImageBitmap, side: number): { canvas: HTMLCanvasElement; context: CanvasRenderingContext2D } => {
  const scale = Math.min(1, side / Math.max(source.width, source.height));
  const canvas = Object.assign(document.createElement('canvas'), { width: Math.max(1, Math.round(source.width * scale)), height: Math.max(1, Math.round(source.height * scale)) });
  const context = canvas.getContext('2d', { willReadFrequently: true }) as CanvasRenderingContext2D;
  context.drawImage(source, 0, 0, canvas.width, canvas.height);
  return { canvas, context };
};
const pixelsOf = ({ canvas, context }: ReturnType<typeof drawn>): ImageData => context.getImageData(0, 0, canvas.width, canvas.height);

/** What the browser knows of faces where it knows any, and what we find ourselves. */
const suggestIn = async (source: ImageBitmap): Promise<readonly Suggested[]> => {
  const small = drawn(source, lookedAtSide);
  const found = suggestCovers(pixelsOf(small));
  const { FaceDetector } = globalThis as { FaceDetector?: Detector };
  if (FaceDetector === undefined) return found;
  const { width, height } = small.canvas;
  const faces = await new FaceDetector({ maxDetectedFaces: 20 }).detect(small.canvas).catch(() => undefined);
  if (faces === undefined) return found;
  return [...found.filter(({ from }) => from === 'plate'), ...faces.map(({ boundingBox: face }): Suggested => ({ x: Math.max(0, face.x / width), y: Math.max(0, face.y / height), width: Math.min(1, face.width / width), height: Math.min(1, face.height / height), from: 'face' }))];
};

/** A photo of a report as pixels, with what might be covered in it. */
export const usePicture = (feedbackId: string | undefined, mediaId: string): Opened => {
  const [opened, setOpened] = useState<Opened>({});
  useEffect(() => {
    if (feedbackId === undefined) return undefined;
    let wanted = true;
    const open = async (): Promise<Opened> => {
      const link = await call('getDeskMedia', { params: { feedbackId, mediaId } });
      if (!link.ok) return { problem: link.problem };
      // the store names who may read the pixels only in an answer to such a request: not the copy an <img> left behind
      const source = await createImageBitmap(await (await fetch(link.body.url, { cache: 'no-store' })).blob());
      return { picture: { pixels: pixelsOf(drawn(source, longestSide)), suggested: await suggestIn(source) } };
    };
    void open().catch((): Opened => ({ problem: offlineProblem() })).then((now) => { if (wanted) setOpened(now); });
    return () => { wanted = false; };
  }, [feedbackId, mediaId]);
  return opened;
};

/** The picture with what the boxes cover made unreadable. */
export const coveredPixels = ({ pixels }: Picture, boxes: readonly Box[]): ImageData => {
  const copy = new ImageData(pixels.data.slice(), pixels.width, pixels.height);
  pixelate(copy, boxes);
  return copy;
};
/** As a file: what lay under the boxes is nowhere in it. */
export const coveredFile = (picture: Picture, boxes: readonly Box[]): Promise<Blob | undefined> => {
  const canvas = Object.assign(document.createElement('canvas'), { width: picture.pixels.width, height: picture.pixels.height });
  canvas.getContext('2d')?.putImageData(coveredPixels(picture, boxes), 0, 0);
  return new Promise((resolve) => { canvas.toBlob((blob) => { resolve(blob ?? undefined); }, 'image/jpeg', quality); });
};
