import { test } from '@playwright/test';
import type { Asked, Busbar, BusbarOptions, EmitOnPageOptions, ExpectEventOptions, TrailRange } from './busbar.ts';
import { emitOnPage } from './emit-on-page.ts';
import { expectEvent, typeOf } from './expect-event.ts';
import { entriesIn } from './range.ts';
import { readAs } from './read-as.ts';
import type { Recording } from './recording.ts';
import { type TrailEntry, type TrailEvent, type TrailLetter, toTrailEvent } from './trail.ts';

type Filter<Each> = Asked | ((each: Each) => boolean);

/** Makes what tests are given of a recording. */
export function createBusbar(recording: Recording, defaults: BusbarOptions): Busbar {
  const { timeout: patience = 5_000, source: emitter = 'playwright' } = defaults;
  const entries = async (range: TrailRange): Promise<readonly TrailEntry[]> => {
    await recording.pull();
    return entriesIn(recording, range);
  };
  const busbar: Record<keyof Busbar, unknown> = {
    // A step's errors point to who called the function that it is begun in: hence the `await`, which keeps that in the stack.
    async expectEvent(asked: Asked, match?: unknown, options: ExpectEventOptions = {}) {
      const { timeout = patience, since = 'navigation', page } = options;
      const expectation = { asked, match, timeout, since, ...(page && { page }) };
      return await test.step(`Expect event ${typeOf(asked)}`, () => expectEvent(recording, expectation), { box: true });
    },
    async emit(asked: Asked, data: unknown, options: EmitOnPageOptions = {}) {
      const { timeout = patience, source = emitter, page } = options;
      const given = { timeout, source, ...(page && { page }) };
      return await test.step(`Emit ${typeOf(asked)}`, () => emitOnPage(recording, asked, data, given), { box: true });
    },
    trail: async (filter?: Filter<TrailEvent>, range: TrailRange = {}) => eventsOf(await entries(range), filter),
    deadLetters: async (filter?: Filter<TrailLetter>, range: TrailRange = {}) => lettersOf(await entries(range), filter),
    latest: async (asked: Asked, range: TrailRange = {}) => {
      const all = await entries({ since: 'navigation', ...range });
      const newest = all.findLast(({ event, published }) => published && event.type === typeOf(asked));
      return newest && (typeof asked === 'string' ? newest.event : readAs(asked, newest.event)).data;
    },
    mark: async () => {
      await recording.pull();
      return recording.trail.position;
    },
    leftOut: () => recording.trail.leftOut,
  };
  return busbar as Busbar;
}

function eventsOf(entries: readonly TrailEntry[], filter?: Filter<TrailEvent>): TrailEvent[] {
  const events = entries.map(toTrailEvent);
  if (filter === undefined) return events;
  if (typeof filter === 'function') return events.filter(filter);
  const named = events.filter(({ type }) => type === typeOf(filter));
  return typeof filter === 'string' ? named : named.map((event) => readIfPossible(filter, event));
}

/** What was refused, or cannot be cast, stays as it was emitted. */
function readIfPossible(contract: Exclude<Asked, string>, event: TrailEvent): TrailEvent {
  try {
    return event.published ? { ...event, ...readAs(contract, event) } : event;
  } catch {
    return event;
  }
}

function lettersOf(entries: readonly TrailEntry[], filter?: Filter<TrailLetter>): TrailLetter[] {
  const letters = entries.flatMap((entry) => entry.letters).sort((one, other) => one.lastTime - other.lastTime);
  if (filter === undefined) return letters;
  return letters.filter(typeof filter === 'function' ? filter : ({ event }) => event.type === typeOf(filter));
}
