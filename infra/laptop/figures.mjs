import { existsSync, readFileSync } from 'node:fs';

// Prints what the tests of a .trx file have said while they ran: the figures they took, each line behind the test's name.
const path = process.argv[2];
const results = existsSync(path) ? readFileSync(path, 'utf8') : '';

for (const [, attributes, body] of results.matchAll(/<UnitTestResult ([^>]*)>(.*?)<\/UnitTestResult>/gs)) {
  const [, name = '?'] = attributes.match(/testName="([^"]*)"/) ?? [];
  const [, said = ''] = body.match(/<StdOut>(.*?)<\/StdOut>/s) ?? [];

  for (const line of plain(said).split('\n').filter((each) => each.trim() !== '')) {
    console.log(`  ${plain(name).split('.').at(-1)}: ${line.trim()}`);
  }
}

function plain(xml) {
  return xml.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#xD;', '').replaceAll('&amp;', '&');
}
