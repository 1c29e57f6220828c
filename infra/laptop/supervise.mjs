import { join } from 'node:path';
import { startEmulator } from './emulator.mjs';
import { Child } from './processes.mjs';
import { root } from './root.mjs';

const answersWithinMs = 180_000;
const endsWithinMs = 40_000; // the host gives running requests 30 seconds

/**
 * Runs the emulator and, on it, the tracker, until one of them ends or `stop` is aborted; then ends the tracker first and the
 * emulator after it, so that nothing is written to a store that is gone. Returns the exit code: 0 if asked to stop, else the tracker's, or 1.
 */
export async function supervise({ folder, command, args, environment, health, ready, stop, hurry }) {
  const emulator = await startEmulator(folder);

  try {
    stop.throwIfAborted();
    const storage = { COMPLAINTS_STORAGE: emulator.connectionString, AzureWebJobsStorage: emulator.connectionString };
    const tracker = new Child(process.execPath, [join(root, 'infra', 'laptop', 'tethered.cjs'), command, ...args], {
      env: { ...environment, ...storage },
      stdio: ['pipe', 'inherit', 'inherit'],
    });

    try {
      return await watch({ tracker, emulator, health, ready, stop });
    } finally {
      await tracker.end(endsWithinMs, hurry);
    }
  } finally {
    await emulator.end();
  }
}

async function watch({ tracker, emulator, health, ready, stop }) {
  const asking = new AbortController();
  const patience = setTimeout(() => asking.abort(), answersWithinMs);
  const over = Promise.race([
    tracker.ended.then((code) => ({ code, why: `The tracker ended by itself with exit code ${code}.` })),
    emulator.ended.then((code) => ({ code: 1, why: `${emulator.said()}\nThe storage emulator ended by itself with exit code ${code}.` })),
    aborted(stop).then(() => ({ code: 0 })),
  ]);
  const answered = answers(health, asking.signal).then(async (does) => {
    if (does) {
      ready(emulator.connectionString);
      return over;
    }

    return { code: 1, why: `The tracker did not answer at ${health} within ${answersWithinMs / 1000} seconds.` };
  });

  const { code, why } = await Promise.race([over, answered]);
  clearTimeout(patience);
  asking.abort();

  if (why) {
    console.error(why);
  }

  return code;
}

function aborted(signal) {
  return new Promise((resolve) => (signal.aborted ? resolve() : signal.addEventListener('abort', resolve, { once: true })));
}

async function answers(url, signal) {
  while (!signal.aborted) {
    try {
      const answer = await fetch(url, { signal });
      await answer.arrayBuffer();

      if (answer.ok) {
        return true;
      }
    } catch (error) {
      if (!signal.aborted && !(error instanceof TypeError)) { // fetch's way to say that nobody listens yet
        throw error;
      }
    }

    await new Promise((resolve) => setTimeout(resolve, 150));
  }

  return false;
}
