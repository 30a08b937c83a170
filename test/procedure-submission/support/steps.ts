import { expect } from 'vitest';
import { AcceptDossier, SubmitDossier } from '../../../shared/contracts/procedure-submission.ts';
import { DeskDossierView, DossierView } from '../../../shared/contracts/dossier.ts';
import type { Route } from '../../../shared/contracts/route.ts';
import type { Actor, Citizen } from '../../../shared/runtime/actor.ts';
import type { Table } from '../../../shared/runtime/dynamo.ts';
import { checkedUpload, draftWith, type Answered, type Api } from './desk.ts';
import { citizen, clerk, procedure } from './dossiers.ts';

export const nobody: Actor = { kind: 'nobody', why: 'signed-out' };
export const filing = { params: { procedureCode: procedure.code } };

/** The steps of a dossier through its routes, each expected to succeed. */
export const stepsOn = (call: Api, table: Table) => {
  const act = (route: Route, who: Actor, dossier: { dossierId: string; revision: number }, more: Record<string, unknown> = {}, key?: string): Promise<Answered> =>
    call(route, who, { params: { dossierId: dossier.dossierId }, body: { revision: dossier.revision, ...more }, ...(key === undefined ? {} : { key }) });
  const file = async (who: Citizen = citizen): Promise<DossierView> => {
    const answer = await call(SubmitDossier, who, { ...filing, body: draftWith(await checkedUpload(table, who)) });
    expect(answer.status, JSON.stringify(answer.body)).toBe(201);
    return DossierView.parse(answer.body);
  };
  return { act, file, accept: async (dossier: DossierView) => done(await act(AcceptDossier, clerk, dossier)) };
};

export const done = (answer: Answered): DeskDossierView => {
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  return DeskDossierView.parse(answer.body);
};
