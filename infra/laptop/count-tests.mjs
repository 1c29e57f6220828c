import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

// Adds up the counters of the .trx files in a folder. Beside each lies NAME.exit with the exit code of its run: one that failed without a
// failed test (its process died, say) counts as one failure.
const folder = process.argv[2];
const sum = { passed: 0, failed: 0, skipped: 0 };

for (const name of readdirSync(folder).filter((file) => file.endsWith('.exit')).map((file) => file.slice(0, -'.exit'.length))) {
  const counted = countersOf(join(folder, `${name}.trx`));
  const code = Number(readFileSync(join(folder, `${name}.exit`), 'utf8'));

  if (code !== 0 && counted.failed === 0) {
    console.log(`${name} ended with exit code ${code} although no test of it failed: that counts as a failure.`);
    counted.failed = 1;
  }

  for (const kind of Object.keys(sum)) {
    sum[kind] += counted[kind];
  }
}

console.log(`${sum.passed} passed, ${sum.failed} failed${sum.skipped > 0 ? `, ${sum.skipped} skipped` : ''}`);
process.exitCode = sum.failed === 0 && sum.passed > 0 ? 0 : 1;

function countersOf(path) {
  const [, attributes = ''] = (existsSync(path) ? readFileSync(path, 'utf8') : '').match(/<Counters ([^>]*)/) ?? [];
  const counters = Object.fromEntries([...attributes.matchAll(/(\w+)="(\d+)"/g)].map(([, key, value]) => [key, Number(value)]));
  const { total = 0, executed = 0, passed = 0 } = counters;

  return { passed, failed: executed - passed, skipped: total - executed };
}
