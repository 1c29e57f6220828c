import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { quietly } from './processes.mjs';
import { root } from './root.mjs';

/** Installs the npm packages that package-lock.json names, unless node_modules already is as new as it. */
export async function installPackages(signal) {
  const installed = join(root, 'node_modules', '.package-lock.json'); // npm writes it last

  if (!existsSync(installed) || statSync(installed).mtimeMs < statSync(join(root, 'package-lock.json')).mtimeMs) {
    console.log('Installing the npm packages ...');
    await quietly('npm', ['ci', '--no-fund', '--no-audit'], signal);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  await installPackages().catch((error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}
