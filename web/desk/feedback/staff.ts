import { useEffect, useState } from 'preact/hooks';
import { call } from '../../client/client.ts';
import type { Answer } from '../../client/contract-types.ts';

type Staff = Answer<'listStaff'>['items'];
type InHand = { readonly officerId: string; readonly name?: string | undefined };

/** The people of an agency as the directory knows them, for colleagues; undefined until asked. */
export const useStaff = (agencyCode: string | undefined): Staff | undefined => {
  const [staff, setStaff] = useState<Staff>();
  useEffect(() => {
    let wanted = true;
    if (agencyCode !== undefined) void call('listStaff', { params: { agencyCode } }).then((answer) => { if (wanted) setStaff(answer.ok ? answer.body.items : []); });
    return () => { wanted = false; };
  }, [agencyCode]);
  return staff;
};

/** Events name nobody: who never came to the desk of reports is called as the directory does, where the reader may read it. */
export const nameOf = ({ officerId, name }: InHand, staff: Staff | undefined): string | undefined => name ?? staff?.find(({ personId }) => personId === officerId)?.name;

/** The agency whose staff has to be asked for a name. */
export const namelessIn = (reports: readonly { readonly officer?: InHand | undefined; readonly agency?: { readonly code: string } | undefined }[]): string | undefined =>
  reports.find(({ officer }) => officer !== undefined && officer.name === undefined)?.agency?.code;
