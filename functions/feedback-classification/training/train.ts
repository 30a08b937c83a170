/**
 * `npm run train`: learns the model from the corpus, prints what it can and cannot do, and writes model, figures and card
 * beside the classifier. `npm run train -- compare` only prints the table of models.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readModel, sha256 } from '../classifier/model-file.ts';
import { compare } from './compare.ts';
import { readCorpus } from './corpus.ts';
import { lessonsOf } from './fit.ts';
import { foldsByAuthor, foldsByStyle, judgeByFold } from './judge.ts';
import { phrasesOf, readLexicon } from './lexicon.ts';
import { modelCard } from './model-card.ts';
import type { Figures } from './model-card.ts';
import type { Compared } from './compare.ts';
import { detailsOf, heldOutOf, trainModel, wanted } from './train-model.ts';

const besideClassifier = (name: string): string => join(import.meta.dirname, '../classifier', name);
const say = (text: string): void => { process.stdout.write(`${text}\n`); };

const begun = performance.now();
const told = (what: string): void => { process.stderr.write(`… ${what}, ${((performance.now() - begun) / 1000).toFixed(0)} s\n`); };

const texts = readCorpus(), phrases = phrasesOf(readLexicon());
const comparing = (): readonly Compared[] => {
  const lessons = lessonsOf(texts, phrases);
  return compare(lessons, phrases, { foldOf: foldsByStyle(texts), wanted });
};

if (process.argv.includes('compare')) {
  for (const { name, accuracy, plain, surest70, coverage, covered } of comparing()) {
    say(`${name.padEnd(58)} right ${(accuracy * 100).toFixed(1)} %, without accents ${(plain * 100).toFixed(1)} %, surest 70 %: ${(surest70 * 100).toFixed(1)} %, answered ${(coverage * 100).toFixed(1)} %: ${(covered * 100).toFixed(1)} %`);
  }
} else {
  const { file, lessons, judged, heldOut, temperature } = trainModel(texts, phrases);
  told('learned, and judged on styles held out');
  const byAuthor = heldOutOf(judgeByFold(lessons, phrases, foldsByAuthor(texts), ['category'])).figures;
  told('judged on authors held out');
  const figures: Figures = {
    model: { sha256: sha256(file), bytes: file.length }, styles: heldOut.byStyle.length, byStyle: heldOut, byAuthor, details: detailsOf(judged, temperature),
    compared: comparing().map((each) => ({ ...each, accuracy: Number(each.accuracy.toFixed(4)), plain: Number(each.plain.toFixed(4)), surest70: Number(each.surest70.toFixed(4)), coverage: Number(each.coverage.toFixed(4)), covered: Number(each.covered.toFixed(4)) })),
  };
  told('models compared');
  const card = modelCard(readModel(file).header, figures);
  writeFileSync(besideClassifier('feedback-model.bin'), file);
  writeFileSync(besideClassifier('figures.json'), `${JSON.stringify(figures, null, 1)}\n`);
  writeFileSync(besideClassifier('MODEL-CARD.md'), card);
  say(card);
}
