import * as z from 'zod';
import { AgencyCode } from '../kernel/agency-code.ts';
import { DossierId } from '../kernel/ids.ts';
import { cleanText } from '../kernel/vietnamese-text.ts';
import { officer } from './access.ts';
import { WarningRow } from './dossier-steps.ts';
import { DeskDossierView } from './dossier.ts';
import { StepRole } from './internal-steps.ts';
import { defineRoute } from './route.ts';

const owners = StepRole.options;
const params = z.object({ dossierId: DossierId });
/** The revision the caller saw: a write on an older one answers `changed-meanwhile`. */
const Seen = z.object({ revision: z.int().nonnegative() });
const act = ['not-found', 'state-conflict', 'changed-meanwhile'] as const;

export const HandOnStep = defineRoute({
  name: 'handOnStep', method: 'POST', path: '/desk/dossiers/{dossierId}/hand-on', access: [officer(owners)], keyed: true,
  summary: { vi: 'Chuyển bước', en: 'Hand the dossier to the next internal step; its owner is asked to receive it' },
  params, body: Seen, ok: { status: 200, body: DeskDossierView }, problems: [...act],
});
export const ReceiveStep = defineRoute({
  name: 'receiveStep', method: 'POST', path: '/desk/dossiers/{dossierId}/receive', access: [officer(owners)], keyed: true,
  summary: { vi: 'Nhận bước', en: 'Receive the dossier that was handed to this step' },
  params, body: Seen, ok: { status: 200, body: DeskDossierView }, problems: [...act],
});
export const SendBackStep = defineRoute({
  name: 'sendBackStep', method: 'POST', path: '/desk/dossiers/{dossierId}/send-back', access: [officer(owners)], keyed: true,
  summary: { vi: 'Trả lại bước', en: 'Send the dossier back to the step before, with the reason' },
  params, body: () => Seen.extend({ reason: cleanText(2000, { multiline: true, optional: true }).default('') }), ok: { status: 200, body: DeskDossierView }, problems: [...act, 'reason-missing'],
});
export const ListWarnings = defineRoute({
  name: 'listWarnings', method: 'GET', path: '/desk/agencies/{agencyCode}/warnings', access: [officer(owners)],
  summary: { vi: 'Cảnh báo thời hạn', en: 'Dossiers whose step or whole has used up most of its time: those of the caller’s steps, all of them for the leader' },
  params: () => z.object({ agencyCode: AgencyCode }), query: () => z.object({ cursor: z.string().max(400).optional() }),
  ok: { status: 200, body: () => z.object({ items: z.array(WarningRow), cursor: z.string().optional() }) }, problems: ['not-found'],
});

export const stepRoutes = [HandOnStep, ReceiveStep, SendBackStep, ListWarnings] as const;
