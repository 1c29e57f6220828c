import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Child } from './processes.mjs';
import { root } from './root.mjs';

const account = 'devstoreaccount1';
// The emulator's published account key: the same in every Azurite, and no secret.
const key = 'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==';
const listening = /^Azurite (\w+) service is successfully listening at (http:\/\/\S+)$/gm;

/** Starts the storage emulator with its data in a folder; returns once it listens, with its connection string and how to end it. */
export async function startEmulator(folder) {
  mkdirSync(folder, { recursive: true });
  const child = new Child(process.execPath, [join(root, 'infra', 'laptop', 'emulator.cjs'), folder], { stdio: ['pipe', 'pipe', 'pipe'] });
  let said = '';

  const connectionString = await new Promise((resolve, reject) => {
    child.ended.then((code) => reject(new Error(`${said.trim()}\nThe storage emulator ended with exit code ${code} before it listened.`)));
    child.onText((text) => {
      said = (said + text).slice(-10_000);
      const endpoints = [...said.matchAll(listening)].map(([, service, url]) => `${service}Endpoint=${url}/${account};`);

      if (endpoints.length === 3) {
        resolve(`DefaultEndpointsProtocol=http;AccountName=${account};AccountKey=${key};${endpoints.join('')}`);
      }
    });
  });

  return {
    connectionString,
    ended: child.ended,
    said: () => said.trim(),
    end: () => child.end(20_000),
  };
}
