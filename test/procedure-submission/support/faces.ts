import { readFileSync } from 'node:fs';
import type { Fonts } from '../../../functions/procedure-submission/pdf-document.ts';

const face = (cut: string): Uint8Array => readFileSync(new URL(import.meta.resolve(`@expo-google-fonts/be-vietnam-pro/${cut}/BeVietnamPro_${cut}.ttf`)));
/** The faces as they lie beside the bundle. */
export const formFaces = (): Fonts => ({ regular: face('400Regular'), bold: face('700Bold') });
