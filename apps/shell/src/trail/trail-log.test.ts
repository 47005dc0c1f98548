import { describe, expect, it } from 'vitest';
import type { TrailEntry } from './trail-entry.ts';
import { createTrailLog } from './trail-log.ts';

const entry = (sequence: number, searchable = `event ${sequence}`): TrailEntry => ({
  id: `id-${sequence}`,
  sequence,
  time: sequence,
  source: 'cart',
  type: 'cart:changed',
  version: 1,
  replayed: false,
  cause: undefined,
  causeId: undefined,
  about: undefined,
  data: {},
  masked: false,
  searchable,
});

function logOf(...entries: TrailEntry[]) {
  const log = createTrailLog(3);
  for (const each of entries) log.add(each);
  return { log, shown: () => log.shown().map(({ sequence }) => sequence) };
}

describe('createTrailLog', () => {
  it('shows the newest first and forgets the oldest past its limit', () => {
    const { log, shown } = logOf(entry(1), entry(2), entry(3), entry(4));
    expect(shown()).toEqual([4, 3, 2]);
    expect(log.count()).toBe(3);
    expect(log.entryOf('id-1')).toBeUndefined();
    expect(log.entryOf('id-4')?.sequence).toBe(4);
  });

  it('shows only entries with every word of the filter', () => {
    const { log, shown } = logOf(entry(1, 'cart:changed cart'), entry(2, 'cart:changed shell'), entry(3, 'shell:greeted shell'));
    log.filter(' Changed  SHELL ');
    expect(shown()).toEqual([2]);
    expect(log.standing().map(({ sequence }) => sequence)).toEqual([3, 2, 1]);
    log.filter('');
    expect(shown()).toEqual([3, 2, 1]);
  });

  it('stands still while paused, counts what waits, and catches up', () => {
    const { log, shown } = logOf(entry(1));
    log.pause(true);
    log.add(entry(2));
    log.add(entry(3));
    expect([shown(), log.standing().length, log.waiting()]).toEqual([[1], 1, 2]);
    log.pause(false);
    expect([shown(), log.waiting()]).toEqual([[3, 2, 1], 0]);
  });

  it('keeps what stands still even when newer entries push it out', () => {
    const { log, shown } = logOf(entry(1));
    log.pause(true);
    for (const sequence of [2, 3, 4, 5]) log.add(entry(sequence));
    expect(shown()).toEqual([1]);
  });

  it('is empty after it was cleared, paused or not', () => {
    const { log, shown } = logOf(entry(1));
    log.pause(true);
    log.add(entry(2));
    log.clear();
    expect([shown(), log.waiting(), log.count()]).toEqual([[], 0, 0]);
    log.pause(false);
    log.add(entry(3));
    expect(shown()).toEqual([3]);
  });
});
