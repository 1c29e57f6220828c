import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { root } from './root.mjs';

/** A program started by this one. It has a process group of its own: a Ctrl-C in the terminal reaches it only through us. */
export class Child {
  #process;
  #running = true;

  constructor(command, args, { env = process.env, stdio }) {
    this.#process = spawn(command, args, { cwd: root, env, stdio, detached: true });
    this.#process.stdin?.on('error', () => {}); // the program has ended, which `ended` tells

    /** Its exit code once it has ended and its output is read (128 + the signal's number where one ended it); never rejects. */
    this.ended = new Promise((settle) => {
      this.#process.once('error', (error) => {
        console.error(error.message);
        this.#running = false;
        settle(127);
      });
      this.#process.once('close', (code, signal) => {
        this.#running = false;
        settle(code ?? 128 + constants.signals[signal]);
      });
    });
  }

  /** Calls back with each piece of text the program writes to a pipe of ours. */
  onText(heard) {
    for (const stream of [this.#process.stdout, this.#process.stderr]) {
      stream?.setEncoding('utf8').on('data', heard);
    }
  }

  /** Sends a signal to the program and all it started. */
  signal(name) {
    if (this.#running) {
      try {
        process.kill(-this.#process.pid, name);
      } catch (error) {
        if (error.code !== 'ESRCH') {
          throw error;
        }
      }
    }
  }

  /** Closes the pipe the program lives by and waits; after `patienceMs`, or as soon as `hurry` is aborted, it is killed. */
  async end(patienceMs, hurry) {
    const kill = () => this.signal('SIGKILL');
    const timer = setTimeout(kill, patienceMs);
    hurry?.addEventListener('abort', kill);
    this.#process.stdin.end();

    try {
      return await this.ended;
    } finally {
      clearTimeout(timer);
      hurry?.removeEventListener('abort', kill);
    }
  }
}

/** Runs a program to its end without showing what it says, unless it fails: then that is the message of the error. */
export async function quietly(command, args, signal) {
  const said = [];
  const child = new Child(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const stop = () => child.signal('SIGTERM');
  child.onText((text) => said.push(text));
  signal?.addEventListener('abort', stop);

  const code = await child.ended;
  signal?.removeEventListener('abort', stop);
  signal?.throwIfAborted();

  if (code !== 0) {
    throw new Error(`${said.join('').trim()}\n${command} ${args.join(' ')} failed with exit code ${code}.`);
  }
}
