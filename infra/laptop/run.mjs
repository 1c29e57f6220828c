import { mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { takeFolder } from './folder-lock.mjs';
import { installPackages } from './install.mjs';
import { quietly } from './processes.mjs';
import { Refused } from './refused.mjs';
import { root } from './root.mjs';
import { readOptions } from './run-options.mjs';
import { supervise } from './supervise.mjs';

const program = join(root, 'functions', 'Complaints.Functions', 'bin', 'Release', 'net10.0', 'Complaints.Functions.dll');
const stop = new AbortController();
const hurry = new AbortController();

for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(name, () => (stop.signal.aborted ? hurry : stop).abort());
}

stop.signal.addEventListener('abort', () => console.log('Stopping ...'));
process.stdout.on('error', () => {}); // a closed terminal must not keep us from ending what we started

try {
  process.exitCode = await run(readOptions(process.argv.slice(2), process.cwd()));
} catch (error) {
  if (error !== stop.signal.reason) {
    console.error(error.message);
    process.exitCode = error instanceof Refused ? 2 : 1;
  }
}

async function run(options) {
  const release = await takeFolder(options.data);

  try {
    await portMustBeFree(options.port);
    await installPackages(stop.signal);
    await build();
    await portMustBeFree(options.port); // the build takes its time, and the tracker itself knows no --port
    return await start(options);
  } finally {
    release();
  }
}

function portMustBeFree(port) {
  return new Promise((resolve, reject) => {
    const trial = createServer();
    trial.once('error', (error) => reject(new Refused(
      error.code === 'EADDRINUSE'
        ? `Port ${port} of 127.0.0.1 is in use. Stop what listens there, or choose another with --port N.`
        : `Port ${port} of 127.0.0.1 cannot be used (${error.code}). Choose another with --port N.`)));
    trial.listen(port, '127.0.0.1', () => trial.close(resolve));
  });
}

async function build() {
  console.log('Building the tracker ...');
  const project = join('functions', 'Complaints.Functions');
  await quietly('dotnet', ['build', project, '-c', 'Release', '-v', 'q', '--nologo', '-clp:NoSummary', '--disable-build-servers'], stop.signal);
}

function start({ port, data, empty, now }) {
  console.log('Starting the storage emulator and the tracker ...');
  const timers = join(data, 'timers');
  const home = `http://127.0.0.1:${port}`;
  const { COMPLAINTS_SAMPLE: _, COMPLAINTS_NOW: __, ...inherited } = process.env; // the options say it, nothing else
  mkdirSync(timers, { recursive: true });

  return supervise({
    folder: join(data, 'azurite'),
    command: 'dotnet',
    args: [program],
    environment: {
      ...inherited,
      DOTNET_ENVIRONMENT: 'Development',
      AZURE_FUNCTIONS_ENVIRONMENT: 'Development',
      FUNCTIONS_LOCAL_PORT: String(port),
      FUNCTIONS_LOCAL_STATE: timers,
      FUNCTIONS_LOCAL_CONSOLE: 'true',
      ...(empty ? {} : { COMPLAINTS_SAMPLE: 'kz-2021' }),
      ...(now ? { COMPLAINTS_NOW: now } : {}),
    },
    health: `${home}/api/health`,
    ready: (storage) => console.log(doors(home, data, storage)),
    stop: stop.signal,
    hurry: hurry.signal,
  });
}

function doors(home, data, storage) {
  return `
The tracker is running.

  Start page       ${home}/
  The register     ${home}/register
  Be an observer   ${home}/sign-in   or a coordinator, an analyst ...; before that you are all of them
  Health, as JSON  ${home}/api/health
  Its storage      "${storage}"

The data is kept in ${data}. Ctrl-C ends the tracker, then the storage emulator.
`;
}
