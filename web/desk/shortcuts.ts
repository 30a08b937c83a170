import { useLayoutEffect, useRef } from 'preact/hooks';

export type Shortcut = 'next' | 'previous' | 'primary' | 'search' | 'help' | 'palette' | 'close' | 'select';
type Pressed = { readonly key: string; readonly ctrlKey: boolean; readonly metaKey: boolean; readonly altKey: boolean };

const single: Readonly<Record<string, Shortcut>> = { j: 'next', k: 'previous', e: 'primary', x: 'select', '/': 'search', '?': 'help' };

/** What a key means here. Single keys mean nothing while typing, or when they are switched off (WCAG 2.1.4). */
export const shortcutOf = (pressed: Pressed, { typing, singleKeys }: { typing: boolean; singleKeys: boolean }): Shortcut | undefined => {
  const key = pressed.key.toLowerCase();
  if ((pressed.ctrlKey || pressed.metaKey) && !pressed.altKey && key === 'k') return 'palette';
  if (pressed.ctrlKey || pressed.metaKey || pressed.altKey) return undefined;
  if (key === 'escape') return typing ? undefined : 'close';
  return typing || !singleKeys ? undefined : single[key];
};

const SETTING = 'phim-tat';
export const singleKeysAreOn = (): boolean => { try { return localStorage.getItem(SETTING) !== 'tat'; } catch { return true; } };
export const switchSingleKeys = (on: boolean): void => { try { if (on) localStorage.removeItem(SETTING); else localStorage.setItem(SETTING, 'tat'); } catch { /* storage may be switched off */ } };

const isTyping = (target: EventTarget | null): boolean => target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));

/** Listens on the page while no dialog is open: a dialog has its own keys. */
export const useShortcuts = (run: (shortcut: Shortcut) => void): void => {
  const latest = useRef(run);
  latest.current = run;
  useLayoutEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing || document.querySelector('dialog[open]') !== null) return;
      const shortcut = shortcutOf(event, { typing: isTyping(event.target), singleKeys: singleKeysAreOn() });
      if (shortcut === undefined) return;
      event.preventDefault();
      latest.current(shortcut);
    };
    addEventListener('keydown', listen);
    return () => { removeEventListener('keydown', listen); };
  }, []);
};
