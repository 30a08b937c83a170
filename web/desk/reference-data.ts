import { useEffect, useState } from 'preact/hooks';
import { call } from '../client/client.ts';
import type { Answer } from '../client/contract-types.ts';

type Procedure = Answer<'getProcedure'>;

const procedures = new Map<string, Promise<Procedure | undefined>>();
type Agencies = Answer<'listAgencies'>['items'];
let agencies: Promise<Agencies> | undefined;

/** The procedure as it is in force, asked for once; undefined when there is none or no answer. */
export const readProcedure = (procedureCode: string): Promise<Procedure | undefined> => {
  const known = procedures.get(procedureCode) ?? call('getProcedure', { params: { procedureCode } }).then((answer) => {
    // a failure is not remembered: the next dossier asks again
    if (!answer.ok) procedures.delete(procedureCode);
    return answer.ok ? answer.body : undefined;
  });
  procedures.set(procedureCode, known);
  return known;
};

const readAgencies = (): Promise<Agencies> => {
  agencies ??= call('listAgencies', {}).then((answer) => {
    if (!answer.ok) agencies = undefined;
    return answer.ok ? answer.body.items : [];
  });
  return agencies;
};

/** The procedure of a dossier, for the words of its questions and papers; undefined until known. */
export const useProcedure = (code: string | undefined): Procedure | undefined => {
  const [procedure, setProcedure] = useState<Procedure>();
  useEffect(() => {
    let wanted = true;
    setProcedure(undefined);
    if (code !== undefined) void readProcedure(code).then((found) => { if (wanted) setProcedure(found); });
    return () => { wanted = false; };
  }, [code]);
  return procedure?.code === code ? procedure : undefined;
};

/** All agencies; none until they are known. */
export const useAgencies = (): Agencies => {
  const [known, setKnown] = useState<Agencies>([]);
  useEffect(() => {
    let wanted = true;
    void readAgencies().then((found) => { if (wanted) setKnown(found); });
    return () => { wanted = false; };
  }, []);
  return known;
};

/** Names of agencies by code; the code itself while they are not known. */
export const useAgencyNames = (): ((code: string) => string) => {
  const agencies = useAgencies();
  return (code) => agencies.find((agency) => agency.code === code)?.name ?? code;
};

type DeskOfficers = Answer<'listDeskOfficers'>['items'];

/** Who works on dossiers of an agency; empty until known. */
export const useDeskOfficers = (agencyCode: string | undefined): DeskOfficers => {
  const [officers, setOfficers] = useState<DeskOfficers>([]);
  useEffect(() => {
    let wanted = true;
    if (agencyCode !== undefined) void call('listDeskOfficers', { params: { agencyCode } }).then((answer) => { if (wanted && answer.ok) setOfficers(answer.body.items); });
    return () => { wanted = false; };
  }, [agencyCode]);
  return officers;
};

type ProcedureNames = Answer<'listProcedures'>['items'];
let names: Promise<ProcedureNames> | undefined;

/** All procedures by code and name; empty until known. */
export const useProcedureNames = (wanted = true): ProcedureNames => {
  const [known, setKnown] = useState<ProcedureNames>([]);
  useEffect(() => {
    if (!wanted) return undefined;
    let here = true;
    names ??= call('listProcedures', {}).then((answer) => { if (!answer.ok) names = undefined; return answer.ok ? answer.body.items : []; });
    void names.then((found) => { if (here) setKnown(found); });
    return () => { here = false; };
  }, [wanted]);
  return known;
};
