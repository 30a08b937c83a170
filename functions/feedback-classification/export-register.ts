import { atLocal, localDate } from '../../shared/kernel/vietnam-time.ts';
import type { ArrivedEvent, NotDone } from '../../shared/runtime/batch.ts';
import { RetryLater } from '../../shared/runtime/queue.ts';
import type { Catalogue } from './catalogue.ts';
import type { RegisterStore } from './ports.ts';
import { registerFiles, registerFolder, type RegisterFile } from './register-files.ts';

/** Where files lie that anyone may fetch. */
export type FilePlace = {
  /** names what lies there now; undefined where nothing does */
  readonly mark: (key: string) => Promise<string | undefined>;
  /** false when another was quicker: something else lies there than `mark` names */
  readonly replace: (file: RegisterFile, mark: string | undefined) => Promise<boolean>;
  readonly read: (key: string) => Promise<string | undefined>;
};
type Deps = { readonly register: Pick<RegisterStore, 'between'>; readonly files: FilePlace; readonly catalogue: Pick<Catalogue, 'categories'> };

const monthOf = (instant: string): string => localDate(new Date(instant)).slice(0, 7);
const nextMonth = (month: string): string => new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 1)).toISOString().slice(0, 7);
const indexKey = `${registerFolder}muc-luc.json`;

type Index = { readonly months: readonly { readonly month: string; readonly reports: number }[] };

/**
 * Writes the months anew in which a report of the batch was made, each once, as the rows stand: an event only says that
 * something changed. Nobody who fetches a file starts a query. Gives the messages to be tried again.
 */
export const exportRegister = ({ register, files, catalogue }: Deps) => async (arrived: readonly ArrivedEvent[]): Promise<NotDone> => {
  const notDone = new Map<string, unknown>();
  const put = async (key: string, make: () => Promise<RegisterFile>): Promise<void> => {
    // the mark before the rows: what is written over is never newer than what was read
    const mark = await files.mark(key);
    if (!(await files.replace(await make(), mark))) throw new RetryLater('another wrote the same month');
  };
  const exported = async (month: string): Promise<void> => {
    const key = (ending: string): string => `${registerFolder}${month}.${ending}`;
    const marks = new Map(await Promise.all(['csv', 'json', 'geojson'].map(async (ending) => [key(ending), await files.mark(key(ending))] as const)));
    const rows = await register.between(atLocal(`${month}-01`, '00:00').toISOString(), atLocal(`${nextMonth(month)}-01`, '00:00').toISOString());
    for (const file of registerFiles(month, rows, catalogue)) if (!(await files.replace(file, marks.get(file.key)))) throw new RetryLater('another wrote the same month');
    await put(indexKey, async () => {
      const { months } = JSON.parse(await files.read(indexKey) ?? '{"months":[]}') as Index;
      const all = [...months.filter((one) => one.month !== month), { month, reports: rows.length }].toSorted((a, b) => (a.month < b.month ? 1 : -1));
      return { key: indexKey, contentType: 'application/json; charset=utf-8', body: JSON.stringify({ months: all }) };
    });
  };
  const byMonth = Map.groupBy(arrived, ({ detail }) => monthOf((detail.data as { reportedAt: string }).reportedAt));
  for (const [month, messages] of byMonth) {
    try {
      await exported(month);
    } catch (error) {
      for (const { messageId } of messages) notDone.set(messageId, error);
    }
  }
  return notDone;
};
