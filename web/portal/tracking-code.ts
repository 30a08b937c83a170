import { normaliseTrackingCode } from '../../shared/kernel/ids.ts';

/** The tracking code somebody typed in any shape, or nothing when it is none. */
export const trackingCodeIn = (text: string): string | undefined => {
  const code = normaliseTrackingCode(text.trim());
  return /^HG(-[0-9A-HJKMNP-TV-Z]{4}){3}$/.test(code) ? code : undefined;
};

/** The same among other things people search for: twelve letters alone may just be words without spaces. */
export const trackingCodeAmongWords = (text: string): string | undefined =>
  /^\s*hg[\s-]/i.test(text) || (text.match(/\d/g)?.length ?? 0) >= 2 ? trackingCodeIn(text) : undefined;
