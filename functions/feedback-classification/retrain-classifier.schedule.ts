import { scheduled } from '../../shared/runtime/schedule.ts';
import { learningDeps } from './deps.ts';
import { learnAgain } from './learn-again.ts';
import { readCorpus } from './training/corpus.ts';
import { phrasesOf, readLexicon } from './training/lexicon.ts';

export const handler = scheduled('retrain-classifier', learnAgain({ ...learningDeps(), corpus: () => readCorpus(), phrases: () => phrasesOf(readLexicon()) }));
