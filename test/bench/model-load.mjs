// Milliseconds a new process needs for the model from its file to the first answer, on the clock and of the processor; the modules are loaded before, with the function.
// as in a bundle (infra/build/bundle.ts): compiling a schema pays later, not in the first answer
globalThis.__zod_globalConfig = { jitless: true };
const { classify } = await import('../../functions/feedback-classification/classifier/classify.ts');
const begun = performance.now(), used = process.cpuUsage();
classify('Đèn đường không sáng');
const { user, system } = process.cpuUsage(used);
console.log(JSON.stringify({ clock: performance.now() - begun, processor: (user + system) / 1000 }));
