/** Remembers that a session existed on this device, so that a visitor who never signed in costs no request. */
const MARK = 'phien';

export const mark = {
  read: (): boolean => { try { return localStorage.getItem(MARK) === '1'; } catch { return false; } },
  write: (exists: boolean): void => {
    try { if (exists) localStorage.setItem(MARK, '1'); else localStorage.removeItem(MARK); } catch { /* storage may be switched off */ }
  },
};
