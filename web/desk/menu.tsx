import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../components/button.tsx';

/** What is done seldom, behind one button; closed by Escape, by choosing, and by going elsewhere. */
export const Menu = ({ name, children }: { readonly name: string; readonly children: ComponentChildren }) => {
  const [open, setOpen] = useState(false);
  const menu = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!open) return undefined;
    const away = (event: Event): void => { if (event.target instanceof Node && menu.current?.contains(event.target) !== true) setOpen(false); };
    addEventListener('pointerdown', away);
    addEventListener('focusin', away);
    return () => { removeEventListener('pointerdown', away); removeEventListener('focusin', away); };
  }, [open]);
  return (
    <div class="menu" ref={menu} onKeyDown={(event) => { if (event.key === 'Escape' && open) { event.stopPropagation(); setOpen(false); menu.current?.querySelector('button')?.focus(); } }}>
      <Button kind="secondary" aria-expanded={open} aria-controls="viec-khac" onClick={() => { setOpen(!open); }}>{name}<span aria-hidden="true"> ▾</span></Button>
      {open && <ul id="viec-khac" class="menu-list" onClick={(event) => { if (event.target instanceof Element && event.target.closest('button, a') !== null) setOpen(false); }}>{children}</ul>}
    </div>
  );
};
