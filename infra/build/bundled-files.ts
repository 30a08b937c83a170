/** What a PDF/A is made with: the faces, and the colours it was meant for. */
const forPdf = [
  { from: 'node_modules/@expo-google-fonts/be-vietnam-pro/400Regular/BeVietnamPro_400Regular.ttf', to: 'be-vietnam-pro-regular.ttf' },
  { from: 'node_modules/@expo-google-fonts/be-vietnam-pro/700Bold/BeVietnamPro_700Bold.ttf', to: 'be-vietnam-pro-bold.ttf' },
  { from: 'node_modules/pdfkit/js/data/sRGB_IEC61966_2_1.icc', to: 'data/sRGB_IEC61966_2_1.icc' },
];

const forReports = [{ from: 'functions/feedback-classification/classifier/feedback-model.bin', to: 'feedback-model.bin' }];

/** Files a function reads at run time, laid beside its bundle: `new URL('./name', import.meta.url)`. Paths from the root. */
export const bundledFiles: Readonly<Record<string, readonly { readonly from: string; readonly to: string }[]>> = {
  'procedure-submission/issue-document.queue': forPdf, 'procedure-submission/print-register.queue': forPdf,
  'feedback-classification/api': forReports,
};
