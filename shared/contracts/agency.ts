import * as z from 'zod';
import { AgencyCode } from '../kernel/agency-code.ts';
import { cleanText } from '../kernel/vietnamese-text.ts';
import { IsoDate } from '../kernel/vietnam-time.ts';

export const AgencyLevel = z.enum(['province', 'department', 'district', 'commune']);
export type AgencyLevel = z.infer<typeof AgencyLevel>;

const validity = { validFrom: IsoDate.optional(), validTo: IsoDate.optional() };
const decision = cleanText(200).optional();

/** What may change under one code, with the decision it rests on. */
const facts = { name: cleanText(200), nameEn: cleanText(200).optional(), level: AgencyLevel, parent: AgencyCode.optional(), ...validity, decision, source: z.string().max(500) };

/** A code of another list that names the agency, while it does. */
const Alias = z.object({ system: z.enum(['old-code', 'new-code', 'gso']), value: z.string().max(40), decision, ...validity });

/** Who carries on what an agency left open, from a day on. */
const Successor = z.object({ code: AgencyCode, from: IsoDate, decision });

/** An agency of the tree. `codeStatus: assumed` marks a sub-code no published list gives (see `source`). */
export const Agency = z.object({
  code: AgencyCode, ...facts, codeStatus: z.enum(['official', 'assumed']), aliases: z.array(Alias).max(10),
  /** the facts before the present ones, oldest first, each until the day before the next */
  earlier: z.array(z.object(facts)).max(30).optional(),
  successors: z.array(Successor).max(20).optional(),
}).meta({ id: 'Agency', title: 'Agency', description: 'An agency of the province, with its codes, its former names and parents, and the source of each fact.' });
export type Agency = z.infer<typeof Agency>;
