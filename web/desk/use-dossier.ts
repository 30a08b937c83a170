import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { DeskDossierView } from '../../shared/contracts/dossier.ts';
import type { ProblemBody } from '../../shared/contracts/problems.ts';
import { call } from '../client/client.ts';
import { changesSince } from './rows.ts';

export type DossierState = {
  readonly view?: DeskDossierView | undefined;
  readonly problem?: ProblemBody | undefined;
  /** history lines another person wrote while this dossier lay open */
  readonly changes: DeskDossierView['history'];
};

/** Documents are made a moment after the act that orders them. */
const LOOK_AGAIN_MS = [2000, 5000, 12_000];

const LOOK_EVERY_MS = 15_000;

/** The dossier that lies open. */
export const useDossier = (dossierId: string | undefined) => {
  const [state, setState] = useState<DossierState>({ changes: [] });
  const open = useRef(dossierId);
  open.current = dossierId;

  const read = useCallback(async (): Promise<DeskDossierView | undefined> => {
    if (dossierId === undefined) return undefined;
    const answer = await call('openDossier', { params: { dossierId } });
    if (open.current !== dossierId) return undefined;
    if (!answer.ok) { setState((before) => ({ ...before, problem: answer.problem })); return undefined; }
    setState((before) => {
      const known = before.view?.dossierId === dossierId ? before.view : undefined;
      // nothing happened: what lies open is not drawn anew under the reader's eyes
      if (known !== undefined && known.revision === answer.body.revision && known.documents.length === answer.body.documents.length) return { view: known, changes: before.changes };
      const changes = known === undefined ? [] : changesSince(known, answer.body);
      return { view: answer.body, changes: changes.length > 0 ? changes : known === undefined ? [] : before.changes };
    });
    return answer.body;
  }, [dossierId]);

  useEffect(() => {
    setState({ changes: [] });
    void read();
    const again = (): void => { if (document.visibilityState === 'visible') void read(); };
    // while it is worked on: what somebody else does to it must not come as a surprise
    const timer = setInterval(() => { if (document.hasFocus()) void read(); }, LOOK_EVERY_MS);
    addEventListener('focus', again);
    return () => { clearInterval(timer); removeEventListener('focus', again); };
  }, [read]);

  /** Takes over what an act of this officer answered, then looks for the documents it ordered. */
  const acted = useCallback((view: DeskDossierView): void => {
    if (open.current !== view.dossierId) return;
    setState({ view, changes: [] });
    for (const ms of LOOK_AGAIN_MS) setTimeout(() => { if (open.current === view.dossierId) void read(); }, ms);
  }, [read]);

  return { ...state, read, acted };
};
