import { quote } from './differences.ts';
import type { Trail, TrailEntry, TrailLetter } from './trail.ts';

/** Events as people read them: a line for each, and one for each of its dead letters. */
export function formatTrail(trail: Trail, entries: readonly TrailEntry[], length = 300): string {
  const pages = new Set(entries.map(({ document }) => document.page)).size;
  const lines = entries.flatMap((entry) => linesOf(entry, trail, pages > 1, length));
  const missing = trail.leftOut > 0 ? [`(${trail.leftOut} events before or between these were left out.)`] : [];
  return [...missing, ...(lines.length > 0 ? lines : ['(no events)'])].join('\n');
}

/** How many events and dead letters there are. */
export function countsOf(entries: readonly TrailEntry[]): string {
  const letters = entries.flatMap((entry) => entry.letters).length;
  return `${counted(entries.length, 'event')}, ${counted(letters, 'dead letter')}`;
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}

function linesOf({ event, document, letters, published }: TrailEntry, trail: Trail, hasPages: boolean, length: number): string[] {
  const { type, dataversion, source, time, data, causationid, redriveof } = event;
  const cause = causationid && ` because of ${trail.find(causationid)?.type ?? causationid}`;
  const told = [
    timeOf(time),
    hasPages ? ` page ${document.page}` : '',
    `  ${published ? '' : 'refused: '}${type} v${dataversion} from ${source}`,
    cause ?? '',
    redriveof ? ', redriven' : '',
    `  ${quote(data, length)}`,
  ];
  return [told.join(''), ...letters.map(letterLine)];
}

function letterLine({ reason, subscriber, error }: TrailLetter): string {
  const who = subscriber ? ` for ${subscriber.source} (${subscriber.target})` : '';
  const cause = error.cause ? `, caused by ${error.cause.name}: ${error.cause.message}` : '';
  return `              dead letter: ${reason}${who}. ${error.name}: ${error.message}${cause}`;
}

/** The time of the day, by UTC. */
export function timeOf(time: number): string {
  return new Date(time).toISOString().slice(11, 23);
}
