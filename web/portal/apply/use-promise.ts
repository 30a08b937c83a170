import { useEffect, useState } from 'preact/hooks';
import { call } from '../../client/client.ts';

/** When the result would be promised if the dossier were accepted now; nothing while unknown or where no term is published. */
export const usePromisedAt = (code: string, caseId: string): string | undefined => {
  const [due, setDue] = useState<{ readonly caseId: string; readonly at: string }>();
  useEffect(() => {
    if (caseId === '') return;
    void call('getPromise', { params: { procedureCode: code }, query: { case: caseId, channel: 'online' } }).then((answer) => { if (answer.ok) setDue({ caseId, at: answer.body.dueAt }); });
  }, [code, caseId]);
  return due?.caseId === caseId ? due.at : undefined;
};
