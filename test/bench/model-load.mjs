// Milliseconds a new process needs for the model from its file to the first answer; the modules are loaded before, with the function.
// as in a bundle (infra/build/bundle.ts): compiling a schema pays later, not in the first answer
globalThis.__zod_globalConfig = { jitless: true };
const { classify } = await import('../../functions/feedback-classification/classifier/classify.ts');
const begun = performance.now();
classify('Đèn đường không sáng');
console.log(performance.now() - begun);
