import { randomUUID } from 'node:crypto';
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { makeFolder, unusable } from './folder.mjs';
import { Refused } from './refused.mjs';

const patienceMs = 5000;

/**
 * Takes a data folder for this process alone and returns what gives it back. The lock file names a port at which its holder
 * answers with a token: a file left by a process that was killed has nobody who answers, and is taken over.
 */
export async function takeFolder(folder) {
  makeFolder(folder);
  const path = join(folder, 'run.lock');
  const token = randomUUID();
  const answering = await answer(token);
  const draft = join(folder, `run.${token}.lock`);

  try {
    write(draft, JSON.stringify({ pid: process.pid, port: answering.address().port, token }), folder);

    while (!linked(draft, path)) {
      const holder = read(path);

      if (holder && (await isHeld(holder))) {
        throw new Refused(`The data folder ${folder} is in use by another ./run (process ${holder.pid}). Stop it, or choose another with --data DIR.`);
      }

      rmSync(path, { force: true });
    }
  } catch (error) {
    answering.close();
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }

  return () => {
    rmSync(path, { force: true });
    answering.close();
  };
}

function write(path, text, folder) {
  try {
    writeFileSync(path, text);
  } catch (error) {
    throw unusable(folder, error);
  }
}

// A link appears whole or not at all: nobody reads half a lock file.
function linked(draft, path) {
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') {
      return false;
    }

    throw error;
  }
}

function read(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    if (error.code === 'ENOENT' || error instanceof SyntaxError) {
      return undefined;
    }

    throw error;
  }
}

function answer(token) {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.on('error', () => socket.destroy()).end(token));
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => resolve(server));
  });
}

function isHeld({ port, token }) {
  return new Promise((resolve) => {
    let heard = '';
    const socket = connect(port, '127.0.0.1').setEncoding('utf8').setTimeout(patienceMs);
    socket.on('data', (text) => (heard += text));
    socket.on('end', () => resolve(heard === token));
    socket.on('error', () => resolve(false));
    socket.on('timeout', () => socket.destroy() && resolve(true)); // something listens and is only slow
  });
}
