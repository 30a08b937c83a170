import type { Remark } from '../../shared/contracts/catalogue-work.ts';
import { fingerprintOf } from '../../shared/runtime/request-key.ts';

/** A comment on one field of a draft, as it is kept. `anchor` finds the field again when lists were reordered; `seen` is what stood there. */
export type KeptRemark = { readonly anchor: string; readonly text: string; readonly by: string; readonly at: string; readonly seen: string };

type Content = Readonly<Record<string, unknown>>;

const plain = (step: string): string => step.replaceAll('~1', '/').replaceAll('~0', '~');
const escaped = (step: string): string => step.replaceAll('~', '~0').replaceAll('/', '~1');
const stepsOf = (pointer: string): string[] => pointer.split('/').slice(1).map(plain);
const inside = (value: unknown, step: string): unknown => (typeof value === 'object' && value !== null && Object.hasOwn(value, step) ? (value as Record<string, unknown>)[step] : undefined);

/** What tells the entries of a list apart, where something does. */
const nameOf = (item: unknown): string | undefined => ['id', 'channel', 'value'].map((key) => inside(item, key)).find((name) => typeof name === 'string');

/** `/cases/0/papers/2/name` by the ids of what it goes through: `/cases/=dung-han/papers/=to-khai/name`. */
export const anchorOf = (content: Content, pointer: string): string => {
  let here: unknown = content;
  return stepsOf(pointer).map((step) => {
    const item = inside(here, step);
    const name = Array.isArray(here) ? nameOf(item) : undefined;
    here = item;
    return `/${name === undefined ? escaped(step) : `=${escaped(name)}`}`;
  }).join('');
};

/** Where an anchored field stands now; undefined when what it was in is gone. */
const pointerNow = (content: Content, anchor: string): string | undefined => {
  let here: unknown = content;
  let pointer = '';
  const steps = anchor.split('/').slice(1);
  for (const [index, step] of steps.entries()) {
    const at = step.startsWith('=') && Array.isArray(here) ? String(here.findIndex((item) => nameOf(item) === plain(step.slice(1)))) : step;
    here = inside(here, plain(at));
    // the field itself may be empty: that may be what the comment is about
    if (here === undefined && index < steps.length - 1) return undefined;
    if (at === '-1') return undefined;
    pointer += `/${at}`;
  }
  return pointer;
};

const valueAt = (content: Content, pointer: string): unknown => stepsOf(pointer).reduce<unknown>(inside, content);

/** Whether a pointer names a field of the draft, or one that could be filled in there. */
export const isFieldOf = (content: Content, pointer: string): boolean => {
  const steps = stepsOf(pointer);
  const holder = steps.slice(0, -1).reduce<unknown>(inside, content);
  return pointer.startsWith('/') && typeof holder === 'object' && holder !== null && (!Array.isArray(holder) || holder[Number(steps.at(-1))] !== undefined);
};

export const keepRemark = (content: Content, { at: pointer, text, by, now }: { readonly at: string; readonly text: string; readonly by: string; readonly now: Date }): KeptRemark =>
  ({ anchor: anchorOf(content, pointer), text, by, at: now.toISOString(), seen: fingerprintOf(valueAt(content, pointer)) });

/** The comments as they stand on this content: what was changed, or is gone, is resolved. */
export const remarksOn = (content: Content, kept: readonly KeptRemark[]): Remark[] => kept.map(({ anchor, text, by, at, seen }) => {
  const pointer = pointerNow(content, anchor);
  return { pointer: pointer ?? '', text, by, at, resolved: pointer === undefined || fingerprintOf(valueAt(content, pointer)) !== seen };
});
