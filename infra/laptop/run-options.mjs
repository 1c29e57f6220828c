import { resolve, join } from 'node:path';
import { parseArgs } from 'node:util';
import { Refused } from './refused.mjs';
import { root } from './root.mjs';

/** The options of ./run read from its arguments; what cannot be understood is a Refused that names it. */
export function readOptions(argv, workingFolder) {
  const { values } = parsed(argv);

  return {
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

  if (!shape.test(text) || Number.isNaN(Date.parse(text)) || !isDay(text)) {
    throw new Refused(`--now ${text}: an instant is a date, a time and an offset, e.g. 2021-01-05T09:00+06:00.`);
  }

  return text;
}

// A date reads 30 February as 2 March.
function isDay(text) {
  const [year, month, day] = text.slice(0, 10).split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day;
}

function required(option, text) {
  if (text === '') {
    throw new Refused(`${option} needs a value.`);
  }

  return text;
}
