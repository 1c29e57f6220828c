import { resolve, join } from 'node:path';
import { parseArgs } from 'node:util';
import { Refused } from './refused.mjs';
import { root } from './root.mjs';

export const help = `Usage: ./run [--port N] [--data DIR] [--empty] [--now INSTANT]

Builds the tracker and runs it at http://127.0.0.1:7071 with a storage emulator. Ctrl-C ends both.

  --port N       listen on another port of 127.0.0.1
  --data DIR     keep the data in DIR instead of .data
  --empty        start without the sample election kz-2021 and its register
  --now INSTANT  let the tracker's clock start at this instant, e.g. 2021-01-05T09:00+06:00
  --help         this page
`;

/** The options of ./run read from its arguments; what cannot be understood is a Refused that names it. */
export function readOptions(argv, workingFolder) {
  const { values } = parsed(argv);

  return {
    help: values.help,
    port: portFrom(values.port),
    data: values.data === undefined ? join(root, '.data') : resolve(workingFolder, required('--data', values.data)),
    empty: values.empty,
    now: values.now === undefined ? undefined : instantFrom(values.now),
  };
}

function parsed(argv) {
  try {
    return parseArgs({
      args: argv,
      options: {
        help: { type: 'boolean', short: 'h', default: false },
        port: { type: 'string', default: '7071' },
        data: { type: 'string' },
        empty: { type: 'boolean', default: false },
        now: { type: 'string' },
      },
    });
  } catch (error) {
    throw new Refused(`${error.message.split('. ')[0]}. ./run --help lists the options.`);
  }
}

function portFrom(text) {
  if (!/^\d{1,5}$/.test(text) || Number(text) < 1 || Number(text) > 65535) {
    throw new Refused(`--port ${text}: a port is a number from 1 to 65535.`);
  }

  return Number(text);
}

function instantFrom(text) {
  const shape = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;

  if (!shape.test(text) || Number.isNaN(Date.parse(text))) {
    throw new Refused(`--now ${text}: an instant is a date, a time and an offset, e.g. 2021-01-05T09:00+06:00.`);
  }

  return text;
}

function required(option, text) {
  if (text === '') {
    throw new Refused(`${option} needs a value.`);
  }

  return text;
}
