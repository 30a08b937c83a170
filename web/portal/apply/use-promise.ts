import { useEffect, useState } from 'preact/hooks';
import { call } from '../../client/client.ts';

/** When the result would be promised if the dossier were accepted now, by the hours of the agency it is filed at; nothing while unknown or where no term is published. */
export const usePromisedAt = (code: string, caseId: string, agency?: string): string | undefined => {
  const [due, setDue] = useState<{ readonly caseId: string; readonly at: string }>();
  useEffect(() => {
    if (caseId === '') return;
    void call('getPromise', { params: { procedureCode: code }, query: { case: caseId, channel: 'online', ...(agency === undefined || agency === '' ? {} : { agency }) } }).then((answer) => { if (answer.ok) setDue({ caseId, at: answer.body.dueAt }); });
  }, [code, caseId, agency]);
  return due?.caseId === caseId ? due.at : undefined;
};
