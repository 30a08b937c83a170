import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './icon.tsx';
import { useCommon } from './language.ts';

export type NoticeKind = 'info' | 'warn' | 'danger' | 'ok';
const icons: Record<NoticeKind, IconName> = { info: 'info', warn: 'warn', danger: 'cross', ok: 'check' };
const words = { info: 'noteInfo', warn: 'noteWarn', danger: 'noteDanger', ok: 'noteOk' } as const;

/** Something to know now: a word, a shape and a colour. `live` announces it to screen readers when it appears. */
export const Notice = ({ kind = 'info', title, live = false, children }: { readonly kind?: NoticeKind; readonly title?: string; readonly live?: boolean; readonly children?: ComponentChildren }) => {
  const t = useCommon();
  return (
    <div class={`notice notice-${kind}`} role={live ? (kind === 'danger' ? 'alert' : 'status') : undefined}>
      <Icon name={icons[kind]} />
      <div>
        <p class="notice-title">{title ?? t(words[kind])}</p>
        {children}
      </div>
    </div>
  );
};
