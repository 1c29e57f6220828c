// `node tethered.cjs command [argument ...]` runs a program for as long as standard input stays open, then asks it to end (SIGTERM);
// its exit code is the program's. Whoever holds the other end of the pipe cannot leave the program behind by dying.
const { spawn } = require('node:child_process');
const { constants } = require('node:os');

const [command, ...args] = process.argv.slice(2);
const program = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'] });

program.once('error', (error) => {
  console.error(error.message);
  process.exit(127);
});
program.once('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal]));

process.stdin.on('error', () => {});
process.stdin.once('close', () => program.kill('SIGTERM'));
process.stdin.resume();
