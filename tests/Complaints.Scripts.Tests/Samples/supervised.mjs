// Runs the sample tracker as ./run runs the tracker, without building anything: node supervised.mjs FOLDER PORT [deaf]
import { fileURLToPath } from 'node:url';
import { supervise } from '../../../infra/laptop/supervise.mjs';

const [folder, port, manner = 'obedient'] = process.argv.slice(2);
const stop = new AbortController();
const hurry = new AbortController();
process.on('SIGTERM', () => (stop.signal.aborted ? hurry : stop).abort());

process.exitCode = await supervise({
  folder,
  command: process.execPath,
  args: [fileURLToPath(new URL('tracker.mjs', import.meta.url)), port, manner],
  environment: process.env,
  health: `http://127.0.0.1:${port}/api/health`,
  ready: () => console.log('ready'),
  stop: stop.signal,
  hurry: hurry.signal,
});
