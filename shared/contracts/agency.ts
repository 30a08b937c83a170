import * as z from 'zod';
import { AgencyCode } from '../kernel/agency-code.ts';
import { cleanText } from '../kernel/vietnamese-text.ts';
import { IsoDate } from '../kernel/vietnam-time.ts';

export const AgencyLevel = z.enum(['province', 'department', 'district', 'commune']);
export type AgencyLevel = z.infer<typeof AgencyLevel>;

/** An agency of the tree. `codeStatus: assumed` marks a sub-code no published list gives (see `source`). */
export const Agency = z.object({
  code: AgencyCode, name: cleanText(200), nameEn: cleanText(200).optional(),
  level: AgencyLevel, parent: AgencyCode.optional(),
  codeStatus: z.enum(['official', 'assumed']),
  aliases: z.array(z.object({ system: z.enum(['old-code', 'gso']), value: z.string().max(40), decision: z.string().max(200).optional() })).max(10),
  validFrom: IsoDate.optional(), validTo: IsoDate.optional(),
  source: z.string().max(500),
}).meta({ id: 'Agency', title: 'Agency', description: 'An agency of the province, with its codes and the source of each fact.' });
export type Agency = z.infer<typeof Agency>;
