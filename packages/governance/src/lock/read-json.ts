import { findJsonError } from './find-json-error.ts';
import { LockError } from './lock-error.ts';

/** @throws LockError `not-json` or `merge-conflict`, with the line. */
export function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const conflict = text.split('\n').findIndex((line) => line.startsWith('<<<<<<< '));
    throw conflict < 0 ? notJson(text) : inConflict(conflict + 1);
  }
}

function inConflict(line: number): LockError {
  const advice = 'Run "busbar snapshot": it keeps what both sides added, as long as they did not add the same version.';
  return new LockError('merge-conflict', [{ message: `The lock file has a merge conflict in line ${line}.`, advice }], line);
}

function notJson(text: string): LockError {
  const line = text.slice(0, findJsonError(text)).trimEnd().split('\n').length;
  const message = `The lock file is no JSON: it stops being so in line ${line}.`;
  return new LockError(
    'not-json',
    [{ message, advice: 'Take the file as it is on the main branch, and run "busbar snapshot".' }],
    line,
  );
}
