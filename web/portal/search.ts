import MiniSearch from 'minisearch';
import { fold } from '../../shared/kernel/vietnamese-text.ts';
import { type SearchDocument, searchIndexPath } from './pages/search-index.ts';

const words = (text: string): string[] => text.split(/[^\p{L}\p{M}\p{N}.]+/u).filter(Boolean);
/** One letter may be wrong in a word of four, two in a word of eight. */
const slips = (term: string): number => (term.length < 4 || /\d/.test(term) ? 0 : term.length < 8 ? 1 : 2);

/** Share of the best score below which a find is only noise. */
const WORTH_SHOWING = 0.2;

export type Search = (text: string) => readonly SearchDocument[];

/** Answers while somebody types: without accents, half words, small slips. */
export const searchThrough = async (documents: readonly SearchDocument[]): Promise<Search> => {
  const byId = new Map(documents.map((document) => [document.id, document]));
  const index = new MiniSearch<SearchDocument>({ fields: ['vi', 'en', 'code', 'about', 'also'], tokenize: words, processTerm: fold });
  // in small parts: a phone goes on answering its user while thousands are taken in
  await index.addAllAsync(documents, { chunkSize: 100 });
  const options = { prefix: true, fuzzy: slips, boost: { vi: 3, en: 2, code: 4 }, boostDocument: (id: string) => (byId.get(id)?.kind === 'procedure' ? 1.5 : 1) };
  return (text) => {
    const every = index.search(text, { ...options, combineWith: 'AND' });
    // most syllables are short: where nothing has all the words, a word of three may be wrong in a letter too
    const nearly = every.length > 0 ? every : index.search(text, { ...options, fuzzy: (term) => slips(`${term} `), combineWith: 'AND' });
    const found = nearly.length > 0 ? nearly : index.search(text, { ...options, combineWith: 'OR' });
    const least = (found[0]?.score ?? 0) * WORTH_SHOWING;
    return found.filter(({ score }) => score >= least).slice(0, 8).flatMap(({ id }) => byId.get(id as string) ?? []);
  };
};

/** Loads what can be found. */
export const openSearch = async (): Promise<Search> => {
  const response = await fetch(searchIndexPath);
  if (!response.ok) throw new Error(`search index: ${response.status}`);
  return searchThrough((await response.json()) as readonly SearchDocument[]);
};
