// Loads the module it is given, says so, and ends: the bench measures from the start of this process to that word.
const { handler } = await import(process.argv[2]);
if (typeof handler !== 'function') throw new Error(`${process.argv[2]} exports no handler`);
process.stdout.write('ready', () => process.exit(0));
