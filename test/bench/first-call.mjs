// As Lambda does: loads the module (which prewarms itself), then hands it one event. Tells how long init took and how long this
// thread computed for that first call: waiting for an answer of AWS, or for a processor others are using, is not its own time.
const [, , file, text] = process.argv;
const { handler } = await import(file);
const init = performance.now();
await new Promise((resolve) => setTimeout(resolve, 20));
const before = process.threadCpuUsage();
const begun = performance.now();
const answer = await handler(JSON.parse(text));
const whole = performance.now() - begun;
const { user, system } = process.threadCpuUsage(before);
const status = answer.statusCode ?? JSON.parse(answer.context.actor).kind;
process.stdout.write(`\n${JSON.stringify({ init, whole, own: (user + system) / 1000, status })}`, () => process.exit(0));
