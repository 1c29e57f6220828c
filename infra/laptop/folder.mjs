import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { Refused } from './refused.mjs';

/** Makes a folder and those above it. Level by level: where a file system takes no folders at all, as /proc, Node's own recursion never ends. */
export function makeFolder(folder) {
  if (isFolder(folder)) {
    return;
  }

  try {
    if (dirname(folder) !== folder) {
      makeFolder(dirname(folder));
    }

    mkdirSync(folder);
  } catch (error) {
    if (error.code !== 'EEXIST' || !isFolder(folder)) {
      throw error instanceof Refused ? error : unusable(folder, error);
    }
  }
}

/** What is said when data cannot be kept in a folder. */
export function unusable(folder, error) {
  const why = { EEXIST: 'it is a file', ENOTDIR: 'a part of it is a file', EACCES: 'this user may not write there', EROFS: 'it cannot be written to', ENOSPC: 'the disk is full' };
  return new Refused(`The data cannot be kept in ${folder}: ${why[error.code] ?? `no folder can be made or written there (${error.code})`}. Choose a folder with --data DIR.`);
}

function isFolder(path) {
  try {
    return statSync(path).isDirectory();
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'EACCES'].includes(error.code)) {
      return false;
    }

    throw error;
  }
}
