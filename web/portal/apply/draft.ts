import type { DossierDraft } from '../../../shared/contracts/dossier.ts';
import type { CheckedUpload } from '../../client/upload.ts';

/** A dossier on its way, as this device keeps it: nothing typed is lost on error, reload, lost network or an ended session. */
export type Draft = {
  readonly code: string; readonly procedureName: string;
  /** of the procedure's version the answers were given to */
  readonly version: number;
  readonly caseId: string; readonly agency: string;
  /** as typed, by question id */
  readonly answers: Readonly<Record<string, string>>;
  readonly files: Readonly<Record<string, readonly CheckedUpload[]>>;
  readonly savedAt?: string;
  /** What was sent last. Until an answer came only the very same request may follow; `failed`: the province answered that it broke. */
  readonly sent?: { readonly key: string; readonly body: DossierDraft; readonly failed?: boolean };
};

/** A send whose answer never came: the dossier may have arrived, so nothing may change before it is asked again. */
export const isUnanswered = (draft: Draft): boolean => draft.sent !== undefined && draft.sent.failed !== true;

const prefix = 'ho-so-nhap/';

export const emptyDraft = (code: string, procedureName: string, version: number): Draft => ({ code, procedureName, version, caseId: '', agency: '', answers: {}, files: {} });

export const loadDraft = (code: string): Draft | undefined => {
  try {
    const text = localStorage.getItem(prefix + code);
    return text === null ? undefined : (JSON.parse(text) as Draft);
  } catch {
    return undefined;
  }
};

/** Whether the device kept it. */
export const saveDraft = (draft: Draft): boolean => {
  try {
    localStorage.setItem(prefix + draft.code, JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
};

export const discardDraft = (code: string): void => {
  try { localStorage.removeItem(prefix + code); } catch { /* nothing was kept then */ }
};

/** Everything begun on this device, the latest first. */
export const allDrafts = (): readonly Draft[] => {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(prefix))
      .flatMap((key) => loadDraft(key.slice(prefix.length)) ?? [])
      .sort((a, b) => (b.savedAt ?? '').localeCompare(a.savedAt ?? ''));
  } catch {
    return [];
  }
};
