import { describe, expect, it } from 'vitest';
import type { RecordedLetter } from './in-page/recorded.ts';
import { Trail, type TrailDocument } from './trail.ts';

const event = { id: 'a-1', source: 'a', type: 'a:done', time: 1, sequence: 1, dataversion: 1, hops: 0, data: 1 };
const error = { name: 'BusError', message: 'no' };
const letter: RecordedLetter = { id: 'l-1', reason: 'invalid', event, error, attempts: 0, firstTime: 1, lastTime: 1 };
const [host, frame] = ['host', 'frame'].map((id): TrailDocument => ({ id, page: 1, url: `/${id}`, isCurrent: true })) as [
  TrailDocument,
  TrailDocument,
];

/** Where each event of a trail was, whether it was published there, and how many letters there are of it. */
const told = (trail: Trail) =>
  trail.entries().map(({ document, published, letters }) => [document.id, published, letters.length]);

describe('an event that several documents have', () => {
  it('is refused by the one that refuses it, and by no other', () => {
    const trail = new Trail(10);
    trail.add(event, host);
    trail.addLetter(letter, frame);
    expect(told(trail)).toEqual([
      ['host', true, 0],
      ['frame', false, 1],
    ]);
  });

  it('has its letters where they were made', () => {
    const trail = new Trail(10);
    for (const document of [host, frame]) trail.add(event, document);
    trail.addLetter({ ...letter, subscriber: { id: 1, source: 'a', target: 'a:done' } }, host);
    expect(told(trail)).toEqual([
      ['host', true, 1],
      ['frame', true, 0],
    ]);
    expect(trail.find('a-1')).toBe(event);
  });
});
