import { relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Frame } from './cannot-run.ts';

const line =
  /^\s+at (?:(?:async )?(?<name>.+?) \()?(?<file>(?:file:\/\/|node:|\/|[A-Za-z]:\\)[^()]*?):(?<line>\d+):(?<column>\d+)\)?$/;

/** The frames of an error's stack, the innermost first. */
export function readStack(error: unknown): Frame[] {
  const lines = error instanceof Error ? String(error.stack).split('\n') : [];
  // There Node begins to run a module; who asked for it is nobody's business.
  const end = lines.findIndex((text) => text.includes('node:internal/modules/esm/module_job'));
  return withPaths(lines.slice(0, end === -1 ? undefined : end).flatMap(readLine));
}

function readLine(text: string): Frame[] {
  const groups = line.exec(text)?.groups;
  if (!groups?.['file']) return [];
  const name = (groups['name'] ?? '').replace(/^async /, '');
  return [{ name, file: groups['file'], line: Number(groups['line']), column: Number(groups['column']) }];
}

/** The same frames with paths where V8 gives addresses. */
export function withPaths(frames: readonly Frame[]): Frame[] {
  return frames.map((frame) => (frame.file.startsWith('file:') ? { ...frame, file: fileURLToPath(frame.file) } : frame));
}

/** Frames in the project, then those in libraries. Those in Node itself and in this command are nobody's business. */
export function ownFramesFirst(frames: readonly Frame[], folder: string): Frame[] {
  const seen = frames.filter(
    ({ file }) => file !== '' && !file.startsWith('node:') && !file.startsWith('evalmachine') && !isThisCommand(file),
  );
  const own = seen.filter(({ file }) => isOwn(file, folder));
  return [...own, ...seen.filter((frame) => !own.includes(frame))];
}

function isOwn(file: string, folder: string): boolean {
  return !relative(folder, file).split(sep).includes('node_modules');
}

function isThisCommand(file: string): boolean {
  const here = fileURLToPath(import.meta.url);
  const root = here.slice(0, Math.max(here.lastIndexOf(`${sep}src${sep}`), here.lastIndexOf(`${sep}dist${sep}`)) + 1);
  return root !== '' && (file.startsWith(`${root}src${sep}`) || file.startsWith(`${root}dist${sep}`));
}

/** Where a syntax error is: Node writes it above the message, as `path:line`, the code and a mark below it. */
export function placeOfSyntaxError(error: unknown): { file: string; line: number; column?: number } | undefined {
  const [head = '', , mark = ''] = (error instanceof Error ? String(error.stack) : '').split('\n');
  const match = /^(?<file>(?:file:\/\/|\/|[A-Za-z]:\\).*):(?<line>\d+)$/.exec(head);
  if (!match?.groups?.['file']) return undefined;
  const file = match.groups['file'];
  return {
    file: file.startsWith('file:') ? fileURLToPath(file) : file,
    line: Number(match.groups['line']),
    ...(mark.includes('^') && { column: mark.indexOf('^') + 1 }),
  };
}
