import { globSync } from 'node:fs';
import { inProject } from './paths.ts';

/** What a PDF/A is made with: the faces, and the colours it was meant for. */
const forPdf = [
  { from: 'node_modules/@expo-google-fonts/be-vietnam-pro/400Regular/BeVietnamPro_400Regular.ttf', to: 'be-vietnam-pro-regular.ttf' },
  { from: 'node_modules/@expo-google-fonts/be-vietnam-pro/700Bold/BeVietnamPro_700Bold.ttf', to: 'be-vietnam-pro-bold.ttf' },
  { from: 'node_modules/pdfkit/js/data/sRGB_IEC61966_2_1.icc', to: 'data/sRGB_IEC61966_2_1.icc' },
];

const forReports = [{ from: 'functions/feedback-classification/classifier/feedback-model.bin', to: 'feedback-model.bin' }];

const training = 'functions/feedback-classification/training';
/** What the classifier learns again from, beside what was corrected. */
const forLearning = [...forReports, { from: `${training}/lexicon.json`, to: 'lexicon.json' }, ...globSync('*.jsonl', { cwd: inProject(training, 'corpus') }).map((file) => ({ from: `${training}/corpus/${file}`, to: `corpus/${file}` }))];

/** Files a function reads at run time, laid beside its bundle: `new URL('./name', import.meta.url)`. Paths from the root. */
export const bundledFiles: Readonly<Record<string, readonly { readonly from: string; readonly to: string }[]>> = {
  'procedure-submission/issue-document.queue': forPdf, 'procedure-submission/print-register.queue': forPdf,
  'feedback-classification/api': forReports, 'feedback-classification/file-messages.queue': forReports, 'feedback-classification/retrain-classifier.schedule': forLearning,
};
