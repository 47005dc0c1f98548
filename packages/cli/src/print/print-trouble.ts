import type { Frame, Trouble } from '../load/cannot-run.ts';
import { fromHere } from '../load/from-here.ts';
import type { Page } from './page.ts';
import { indented, printAdvice, wrap } from './wrap.ts';

/** As many frames of a stack as help. */
const most = 8;

/** Why a command could not do its work, as a person reads it. */
export function printTrouble(trouble: Trouble, page: Page, cwd: string): string {
  const { message, advice, file, line, stack = [], code } = trouble;
  const place = file === undefined ? '' : fromHere(file, cwd) + (line === undefined ? '' : `:${line}`);
  return [
    `${page.paint(['red', 'bold'], 'busbar could not do this.')} ${page.paint('dim', code)}`,
    '',
    ...wrap(message, page.width),
    ...(place && stack.length === 0 ? [indented(place, 2, page.width)] : []),
    ...stack.slice(0, most).map((frame) => page.paint(isLibrary(frame) ? 'dim' : [], printFrame(frame, cwd))),
    ...(stack.length > most ? [page.paint('dim', `    and ${stack.length - most} more`)] : []),
    ...(advice ? ['', printAdvice(advice, 0, page.width)] : []),
  ].join('\n');
}

function isLibrary({ file }: Frame): boolean {
  return file.includes('node_modules');
}

function printFrame({ name, file, line, column }: Frame, cwd: string): string {
  const place = `${fromHere(file, cwd)}:${line}:${column}`;
  return `    at ${name ? `${name} (${place})` : place}`;
}
