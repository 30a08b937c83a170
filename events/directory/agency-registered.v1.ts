import * as z from 'zod';
import { AgencyCode } from '../../shared/kernel/agency-code.ts';
import { IsoDate } from '../../shared/kernel/vietnam-time.ts';
import { defineEvent } from '../define-event.ts';

export const AgencyRegisteredV1 = defineEvent({
  source: 'haugiang.directory', type: 'agency.registered', version: 1, personalData: 'none',
  title: 'Agency registered', description: 'An agency was registered or its facts changed.',
  data: z.object({
    agencyCode: AgencyCode, name: z.string(), level: z.enum(['province', 'department', 'district', 'commune']),
    parent: AgencyCode.optional(), oldCode: z.string().max(40).optional(),
    validFrom: IsoDate.optional(), validTo: IsoDate.optional(), revision: z.int().positive(),
    /** what it was called and to whom it belonged before, oldest first */
    earlier: z.array(z.object({ name: z.string(), level: z.enum(['province', 'department', 'district', 'commune']), parent: AgencyCode.optional(), validFrom: IsoDate.optional(), validTo: IsoDate.optional() })).optional(),
    successors: z.array(z.object({ code: AgencyCode, from: IsoDate })).optional(),
  }),
});
