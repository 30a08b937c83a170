import { useCallback, useState } from 'preact/hooks';

const read = (key: string): string => { try { return sessionStorage.getItem(key) ?? ''; } catch { return ''; } };
const write = (key: string, text: string): void => {
  try { if (text === '') sessionStorage.removeItem(key); else sessionStorage.setItem(key, text); } catch { /* storage may be switched off */ }
};

/** Text that outlives a reload and signing in again, for this tab. */
export const useDraft = (name: string): readonly [string, (text: string) => void] => {
  const key = `nhap:${name}`;
  const [text, setText] = useState(() => read(key));
  const keep = useCallback((next: string) => { write(key, next); setText(next); }, [key]);
  return [text, keep];
};
