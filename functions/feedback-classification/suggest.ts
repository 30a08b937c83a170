import type { OutOfScope, Suggestion } from '../../shared/contracts/feedback-shapes.ts';
import { fold } from '../../shared/kernel/vietnamese-text.ts';
import type { Classification, Classify } from './classifier/classification.ts';

/** Whom to call, by what is going on; fire and rescue is 114, an injured or sick person 115, the police 113. Words without accents. */
const numbers: readonly (readonly [words: RegExp, kind: OutOfScope])[] = [
  [/\b(chay|hoa hoan|boc khoi|khoi den|duoi nuoc|chet duoi|lat do|lat ghe|lat thuyen|roi xuong (song|kenh|gieng)|mac ket|sap|ro ri ga|no (gas|binh|nha))\b/, 'emergency-114'],
  [/\b(tai nan|bi thuong|chan thuong|bat tinh|ngat xiu|bat dong|co giat|dot quy|ngung tho|chay mau|mau me|cap cuu|dien giat|ngo doc|sinh con|chuyen da|ran can)\b/, 'emergency-115'],
];
/** A fight is the police's though somebody bleeds: they come first and bring the ambulance. */
const violence = /\b(danh nhau|chem|dam nhau|hung khi|ma tau|cuop|bat coc|de doa giet|cam dao|no sung|hiep|bao hanh)\b/;

const emergency = (text: string): OutOfScope => {
  const plain = fold(text);
  return violence.test(plain) ? 'emergency-113' : numbers.find(([words]) => words.test(plain))?.[1] ?? 'emergency-113';
};

/** Spam and thanks are matters of this system: a dispatcher refuses the one and is glad of the other. */
const kinds: Readonly<Record<Exclude<Classification['outOfScope'], 'emergency-call'>, OutOfScope | null>> = {
  none: null, denunciation: 'denunciation', complaint: 'complaint', 'regulation-proposal': 'regulation', 'dossier-question': 'dossier', spam: null, praise: null,
};

/** Where nothing can be said a person decides. */
const unsure: Suggestion = { category: 'other', confidence: 0, abstained: true, alternatives: [], urgency: 'normal', outOfScope: null, because: [] };

/**
 * What the classifier says, in the words of the contract: urgent matters wait for the dispatcher, only an emergency rings.
 * A model that cannot be used stops no report from coming in: `failed` is told, and a person decides.
 */
export const suggesting = (classify: Classify, failed: (error: unknown) => void) => (text: string): Suggestion => {
  try {
    return inWordsOfTheContract(text, classify(text));
  } catch (error) {
    failed(error);
    return unsure;
  }
};

const inWordsOfTheContract = (text: string, { category, confidence, abstained, alternatives, urgency, outOfScope, because }: Classification): Suggestion => ({
  category, confidence, abstained, alternatives, because, urgency: urgency === 'emergency' ? 'emergency' : 'normal',
  outOfScope: outOfScope === 'emergency-call' ? emergency(text) : kinds[outOfScope],
});
