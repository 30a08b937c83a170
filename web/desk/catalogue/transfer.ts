import type { ProblemBody } from '../../../shared/contracts/problems.ts';
import { call, newRequestKey } from '../../client/client.ts';
import type { Answer } from '../../client/contract-types.ts';

export type Line = Answer<'importCatalogue'>['items'][number];

/** What one request takes. */
const most = { procedures: 25, bytes: 200_000 };
const bytesOf = (value: unknown): number => new TextEncoder().encode(JSON.stringify(value)).length;

/** The procedures in a file: a list of them, or an object that holds the list. Undefined where there are none. */
export const proceduresIn = (text: string): readonly Record<string, unknown>[] | undefined => {
  try {
    const parsed = JSON.parse(text) as unknown;
    const held = typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed) ? Object.values(parsed).find(Array.isArray) ?? [parsed] : parsed;
    return Array.isArray(held) && held.length > 0 && held.every((item) => typeof item === 'object' && item !== null) ? held as Record<string, unknown>[] : undefined;
  } catch {
    return undefined;
  }
};

/** Requests that each stay within what one takes. One code stays in one request, so that the province sees it twice. */
export const requestsOf = (procedures: readonly Record<string, unknown>[]): readonly Record<string, unknown>[][] => {
  const requests: { of: Record<string, unknown>[]; bytes: number }[] = [];
  for (const same of Map.groupBy(procedures, (one) => String(one['MATTHC']).slice(0, 8)).values()) {
    const bytes = bytesOf(same);
    const last = requests.at(-1);
    if (last !== undefined && last.of.length + same.length <= most.procedures && last.bytes + bytes <= most.bytes) { last.of.push(...same); last.bytes += bytes; } else requests.push({ of: [...same], bytes });
  }
  return requests.map(({ of }) => of);
};

/** Sends a file request by request; tells what became of each as it comes. Stops at the first request that is not answered. */
export const importFile = async (procedures: readonly Record<string, unknown>[], tell: (lines: readonly Line[]) => void): Promise<ProblemBody | undefined> => {
  for (const request of requestsOf(procedures)) {
    const answer = await call('importCatalogue', { body: { procedures: request }, key: newRequestKey() });
    if (!answer.ok) return answer.problem;
    tell(answer.body.items);
  }
  return undefined;
};

/** The catalogue in force as one list, in the shape of the national portal. */
export const exportAll = async (): Promise<{ readonly items: readonly unknown[] } | { readonly problem: ProblemBody }> => {
  const items: unknown[] = [];
  let after: string | undefined;
  do {
    const answer = await call('exportCatalogue', { query: after === undefined ? {} : { after } });
    if (!answer.ok) return { problem: answer.problem };
    items.push(...answer.body.items);
    after = answer.body.after;
  } while (after !== undefined);
  return { items };
};

export const offer = (name: string, content: unknown): void => {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([JSON.stringify(content, null, 1)], { type: 'application/json' }));
  link.download = name;
  link.click();
  setTimeout(() => { URL.revokeObjectURL(link.href); }, 10_000);
};
