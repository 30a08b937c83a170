import type { CorrectedExample } from '../../../functions/feedback-classification/retrain-classifier.ts';
import type { LabelledText } from '../../../functions/feedback-classification/training/corpus.ts';
import { phrasesOf, readLexicon } from '../../../functions/feedback-classification/training/lexicon.ts';

/** A small world: four matters, six ways to write of each in three styles. */
export const matters = {
  roads: ['ổ gà', 'mặt đường bong tróc', 'cầu gãy lan can'], waste: ['rác chất đống', 'bãi rác', 'thùng rác tràn'],
  lighting: ['đèn đường tắt', 'trụ đèn hư', 'bóng đèn cháy'], noise: ['karaoke ồn ào', 'loa kẹo kéo', 'nhạc sống inh ỏi'],
} as const;
const styles = { plain: (matter: string) => `Chỗ này ${matter} lâu rồi`, title: (matter: string) => `${matter}.`, polite: (matter: string) => `Kính gửi, nơi tôi ở ${matter}, xin xem giúp` };
export const authored: LabelledText[] = Object.entries(styles).flatMap(([style, write]) => Object.entries(matters).flatMap(([category, said]) => said.flatMap((matter) => ['sáng nay', 'tối qua'].map((when) => ({
  text: `${write(matter)} ${when}`, labels: { category, urgency: 'ordinary', outOfScope: 'none' }, accepted: [category], style, author: style,
})))));

export const phrases = phrasesOf(readLexicon());
export const examples = (count: number, of: (n: number) => { readonly text: string; readonly category: string }): CorrectedExample[] =>
  Array.from({ length: count }, (_, n) => ({ feedbackId: `fb_${n}`, urgency: 'ordinary', outOfScope: 'none', ...of(n) }));
/** People begin to write of something no style of the corpus knows. */
export const newMatter = (n: number) => ({ text: `Drone quay phim vo ve trên mái nhà số ${n}`, category: 'noise' });
