// The storage emulator: `node emulator.cjs [folder]` runs Azurite on ports of 127.0.0.1 it chooses and prints, keeping its data in the folder or
// else in memory, for as long as standard input stays open. Whoever starts it holds the other end of that pipe, so an
// emulator cannot outlive the program it serves, however that program ends.
const savingMs = 15000;

process.stdin.on('error', () => {});
process.stdin.once('close', () => {
  setTimeout(() => process.exit(1), savingMs).unref();
  process.kill(process.pid, 'SIGINT'); // Azurite writes its tables when asked to end, not when killed
});
process.stdin.resume();

const [node, self, folder] = process.argv;
const doors = ['blob', 'queue', 'table'].flatMap((service) => [`--${service}Host`, '127.0.0.1', `--${service}Port`, '0']);
const place = folder ? ['--location', folder] : ['--inMemoryPersistence'];
process.argv = [node, self, ...doors, ...place, '--skipApiVersionCheck', '--disableTelemetry', '--silent'];

require('azurite/dist/src/azurite.js');
