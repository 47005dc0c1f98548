import type { AnyEventContract, BusEvent } from '@busbar/core';
import type { Asked, ExpectEventOptions } from './busbar.ts';
import { differences, quote } from './differences.ts';
import { countsOf, formatTrail, timeOf } from './format-trail.ts';
import { entriesIn } from './range.ts';
import { readAs } from './read-as.ts';
import type { Recording } from './recording.ts';
import { type TrailEntry, type TrailEvent, toTrailEvent } from './trail.ts';

/** What is waited for. */
interface Expectation extends ExpectEventOptions {
  readonly asked: Asked;
  readonly match: unknown;
  readonly since: NonNullable<ExpectEventOptions['since']>;
  readonly timeout: number;
}

/** An event of the name that is asked for, and where it differs from what is. */
interface Candidate {
  readonly entry: TrailEntry;
  readonly event: TrailEvent;
  readonly differences: readonly string[];
}

/** How many events a failure shows. */
const shown = 50;

/** The name of what is asked for. */
export function typeOf(asked: Asked): string {
  return typeof asked === 'string' ? asked : asked.type;
}

/** Waits for an event that fits. */
export async function expectEvent(recording: Recording, expectation: Expectation): Promise<TrailEvent> {
  let seen = 0;
  const look = (): TrailEvent | undefined => {
    const from = seen;
    seen = recording.trail.position;
    return candidates(recording, expectation, from).find((candidate) => candidate.differences.length === 0)?.event;
  };
  const event = await recording.waitFor(look, expectation.timeout);
  if (!event) throw new Error(complaint(recording, expectation));
  return event;
}

function candidates(recording: Recording, { asked, match, ...range }: Expectation, after = 0): Candidate[] {
  const entries = entriesIn(recording, range).filter(
    ({ event, number, published }) => number > after && published && event.type === typeOf(asked),
  );
  return entries.map((entry) => compare(entry, asked, match));
}

function compare(entry: TrailEntry, asked: Asked, match: unknown): Candidate {
  const told = toTrailEvent(entry);
  try {
    const event: TrailEvent = { ...told, ...(typeof asked === 'string' ? told : readAs(asked, entry.event)) };
    return { entry, event, differences: match === undefined ? [] : differencesFrom(match, event) };
  } catch (error) {
    return { entry, event: told, differences: [String(error)] };
  }
}

function differencesFrom(match: unknown, event: BusEvent): string[] {
  if (typeof match !== 'function') return differences(match, event.data);
  return match(event) ? [] : [`the question that was put to it was answered with no; its data: ${quote(event.data)}`];
}

/** Says what did not come, what came nearest, and what came instead. */
function complaint(recording: Recording, expectation: Expectation): string {
  const { asked, match, timeout, since } = expectation;
  const entries = entriesIn(recording, expectation);
  const wanted = match === undefined ? '' : ` with ${typeof match === 'function' ? 'what was asked' : quote(match)}`;
  const where = since === 'navigation' ? ' since the last navigation' : typeof since === 'number' ? ' since the mark' : '';
  return [
    `No event ${describe(asked)}${wanted} came within ${timeout} ms.`,
    ...nearest(candidates(recording, expectation)),
    ...earlier(recording, expectation),
    ...withoutBusbar(recording),
    `The trail${where} (${countsOf(entries)}${entries.length > shown ? `, the newest ${shown} of them` : ''}):`,
    formatTrail(recording.trail, entries.slice(-shown)),
  ].join('\n');
}

function describe(asked: Asked): string {
  return typeof asked === 'string' ? `"${asked}"` : `"${asked.type}" v${(asked as AnyEventContract).version}`;
}

function nearest(found: readonly Candidate[]): string[] {
  const [first] = found.toSorted(
    (one, other) => one.differences.length - other.differences.length || other.entry.number - one.entry.number,
  );
  if (!first) return [];
  const { source, time } = first.event;
  return [`The nearest of ${found.length}, from ${source} at ${timeOf(time)}:`, ...first.differences.map((line) => `  ${line}`)];
}

/** Events that would do, but for when they came. */
function earlier(recording: Recording, expectation: Expectation): string[] {
  if (expectation.since === 'start') return [];
  const fits = candidates(recording, { ...expectation, since: 'start' }).filter((one) => one.differences.length === 0);
  return fits.length > 0 ? [`${fits.length} that would do came earlier: { since: 'start' } counts them.`] : [];
}

/** The pages that have nobody who could have emitted anything. */
function withoutBusbar(recording: Recording): string[] {
  const current = recording.documents.filter(({ isCurrent }) => isCurrent);
  const strange = current.find(({ hub }) => hub && hub.protocol !== 1);
  if (strange)
    return [`${strange.url} speaks protocol ${strange.hub?.protocol} of Busbar ${strange.hub?.version}; this package knows 1.`];
  if (current.some(({ hub }) => hub)) return [];
  return [`No page runs Busbar: ${current.map(({ url }) => url).join(', ') || 'none is open'}.`];
}
