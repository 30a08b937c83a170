import type { ProblemBody } from '../../shared/contracts/problems.ts';
import { newRequestKey } from './client.ts';
import { media } from './feedback-routes.gen.ts';
import { mediaProblem } from './send-shot.ts';
import type { Shot } from './send-shot.ts';

/** Enough to see a crack in a road, small enough for a slow network. */
const longestSide = 1600;
const quality = 0.82;

/** The sides a picture gets: never larger than it was. */
export const sidesOf = (width: number, height: number): readonly [number, number] => {
  const scale = Math.min(1, longestSide / Math.max(width, height, 1));
  return [Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale))];
};

/** Drawn anew: upright, smaller, and without place, time and device that the camera wrote beside the picture. */
const drawnAnew = async (file: Blob): Promise<Blob | undefined> => {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
  const [width, height] = sidesOf(picture.width, picture.height);
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  canvas.getContext('2d')?.drawImage(picture, 0, 0, width, height);
  picture.close();
  return new Promise((resolve) => { canvas.toBlob((blob) => { resolve(blob ?? undefined); }, 'image/jpeg', quality); });
};

export type Taken = { readonly shots: readonly Shot[]; readonly refused: readonly { readonly name: string; readonly problem: ProblemBody }[] };

/** What was chosen, made ready to be sent; what cannot be sent, with the reason. */
export const takeShots = async (files: readonly File[]): Promise<Taken> => {
  const shots: Shot[] = [];
  const refused: { name: string; problem: ProblemBody }[] = [];
  for (const file of files) {
    const refuse = (code: string): void => { refused.push({ name: file.name, problem: mediaProblem(code) }); };
    if (file.size === 0) { refuse('file-empty'); continue; }
    const isFilm = file.type === 'video/mp4';
    if (!isFilm && !file.type.startsWith('image/')) { refuse('media-type-not-accepted'); continue; }
    const blob = isFilm ? file : await drawnAnew(file).catch(() => undefined);
    if (blob === undefined) { refuse('media-type-not-accepted'); continue; }
    if (blob.size > media.maxBytes) { refuse('file-too-large'); continue; }
    // the name of a file may tell a person or a day: it gets a plain one
    shots.push({ key: newRequestKey(), name: isFilm ? 'phim.mp4' : 'anh.jpg', type: isFilm ? 'video/mp4' : 'image/jpeg', blob });
  }
  return { shots, refused };
};
