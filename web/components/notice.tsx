import type { ComponentChildren } from 'preact';
import { useCommon } from './language.ts';
import { LineDrawing } from './line-drawing.tsx';
import { checkShape, crossShape, infoShape, warnShape } from './notice-shapes.ts';

export type NoticeKind = 'info' | 'warn' | 'danger' | 'ok';
const shapes: Record<NoticeKind, string> = { info: infoShape, warn: warnShape, danger: crossShape, ok: checkShape };
const words = { info: 'noteInfo', warn: 'noteWarn', danger: 'noteDanger', ok: 'noteOk' } as const;

/** Something to know now: a word, a shape and a colour. `live` announces it to screen readers when it appears. */
export const Notice = ({ kind = 'info', title, live = false, children }: { readonly kind?: NoticeKind; readonly title?: string; readonly live?: boolean; readonly children?: ComponentChildren }) => {
  const t = useCommon();
  return (
    <div class={`notice notice-${kind}`} role={live ? (kind === 'danger' ? 'alert' : 'status') : undefined}>
      <LineDrawing shape={shapes[kind]} />
      <div>
        <p class="notice-title">{title ?? t(words[kind])}</p>
        {children}
      </div>
    </div>
  );
};
