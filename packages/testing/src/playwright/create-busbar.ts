import { test } from '@playwright/test';
import type { Asked, Busbar, BusbarOptions, TrailRange } from './busbar.ts';
import { emitOnPage } from './emit-on-page.ts';
import { expectEvent, typeOf } from './expect-event.ts';
import { entriesIn } from './range.ts';
import { readAs } from './read-as.ts';
import type { Recording } from './recording.ts';
import { type TrailEntry, type TrailEvent, toTrailEvent } from './trail.ts';

/** Makes what tests are given of a recording. */
export function createBusbar(recording: Recording, { timeout = 5_000, source = 'playwright' }: BusbarOptions): Busbar {
  const read = async (range: TrailRange): Promise<readonly TrailEntry[]> => {
    await recording.pull();
    return entriesIn(recording, range);
  };
  const busbar: Record<keyof Busbar, unknown> = {
    // A step's errors point to who called the function that it is begun in: hence the `await`, which keeps that in the stack.
    expectEvent: async (asked: Asked, match?: unknown, options: object = {}) => {
      const expectation = { since: 'navigation', timeout, ...options, asked, match } as const;
      return await test.step(`Expect event ${typeOf(asked)}`, () => expectEvent(recording, expectation), { box: true });
    },
    emit: async (asked: Asked, data: unknown, options: object = {}) => {
      const given = { timeout, source, ...options };
      return await test.step(`Emit ${typeOf(asked)}`, () => emitOnPage(recording, asked, data, given), { box: true });
    },
    trail: async (filter?: Asked | ((event: TrailEvent) => boolean), range: TrailRange = {}) => {
      const events = (await read(range)).map(toTrailEvent);
      return filter ? events.filter(typeof filter === 'function' ? filter : ({ type }) => type === typeOf(filter)) : events;
    },
    deadLetters: async (filter?: Asked | ((letter: object) => boolean), range: TrailRange = {}) => {
      const letters = (await read(range)).flatMap((entry) => entry.letters);
      letters.sort((one, other) => one.lastTime - other.lastTime);
      return filter
        ? letters.filter(typeof filter === 'function' ? filter : ({ event }) => event.type === typeOf(filter))
        : letters;
    },
    latest: async (asked: Asked, range: TrailRange = { since: 'navigation' }) => {
      const newest = (await read(range)).findLast(({ event, published }) => published && event.type === typeOf(asked));
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
