import { readFileSync } from 'node:fs';
import type { Fonts } from './pdf-document.ts';

/** The two cuts lie beside the bundle. */
const beside = (name: string): Uint8Array => readFileSync(new URL(`./${name}`, import.meta.url));
export const formFonts = (): Fonts => ({ regular: beside('be-vietnam-pro-regular.ttf'), bold: beside('be-vietnam-pro-bold.ttf') });
