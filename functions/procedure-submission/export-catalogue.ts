import { editing, reviewing } from '../../shared/contracts/catalogue-work.ts';
import { toNational } from '../../shared/contracts/to-national.ts';
import { toOldCode } from '../../shared/kernel/agency-code.ts';
import type { Officer } from '../../shared/runtime/actor.ts';
import type { Catalogue } from './catalogue-ports.ts';
import { keeperPost } from './keep-catalogue.ts';
import { editionOf } from './procedure.ts';

/** An answer of a function ends at 6 MB: a hundred of the largest real procedures are one. */
const pageSize = 25;

/** The catalogue in force as the national portal writes it, in the order of the codes. */
export const exportCatalogue = ({ procedures }: { readonly procedures: Pick<Catalogue, 'list' | 'current'> }) => async (after: string | undefined, officer: Officer, now: Date) => {
  const codes = (await procedures.list()).map(({ code }) => code).filter((code) => after === undefined || code > after);
  const page = codes.slice(0, pageSize);
  const agency = keeperPost(officer, [...editing, ...reviewing], now)?.agency;
  const publishedBy = (agency === undefined ? undefined : toOldCode(agency)) ?? '';
  const versions = await Promise.all(page.map((code) => procedures.current(code, now)));
  const items = versions.flatMap((view) => (view === undefined ? [] : [toNational(view.code, editionOf(view), publishedBy)]));
  const last = page.at(-1);
  return { items, ...(codes.length > page.length && last !== undefined ? { after: last } : {}) };
};
