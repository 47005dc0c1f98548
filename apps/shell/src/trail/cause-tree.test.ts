import { describe, expect, it } from 'vitest';
import { causeTree, countBelow, type TrailBranch } from './cause-tree.ts';
import type { TrailEntry } from './trail-entry.ts';

const entry = (sequence: number, cause?: number): TrailEntry => ({
  id: `id-${sequence}`,
  sequence,
  time: sequence,
  source: 'cart',
  type: 'cart:changed',
  version: 1,
  replayed: false,
  cause: undefined,
  causeId: cause === undefined ? undefined : `id-${cause}`,
  about: undefined,
  data: {},
  masked: false,
  searchable: '',
});

type Shape = readonly [number, ...Shape[]];
const shapeOf = ({ entry, effects }: TrailBranch): Shape => [entry.sequence, ...effects.map(shapeOf)];

/** The tree of these events, which came one after the other, as nested numbers. */
function treeOf(came: readonly TrailEntry[], matching: (entry: TrailEntry) => boolean = () => true) {
  const entries = came.toReversed();
  return causeTree(entries, entries.filter(matching));
}

describe('causeTree', () => {
  it('nests effects below their cause, oldest first, and has roots newest first', () => {
    const tree = treeOf([entry(1), entry(2, 1), entry(3), entry(4, 1), entry(5, 2), entry(6, 3)]);
    expect(tree.map(shapeOf)).toEqual([
      [3, [6]],
      [1, [2, [5]], [4]],
    ]);
  });

  it('takes an event for a root whose cause is not listed', () => {
    expect(treeOf([entry(2, 1), entry(3, 2)]).map(shapeOf)).toEqual([[2, [3]]]);
  });

  it('keeps of what was not found only what led to what was', () => {
    const tree = treeOf([entry(1), entry(2, 1), entry(3, 2), entry(4, 1), entry(5)], ({ sequence }) => sequence === 3);
    expect(tree.map(shapeOf)).toEqual([[1, [2, [3]]]]);
    expect([tree[0]?.matches, tree[0]?.effects[0]?.effects[0]?.matches]).toEqual([false, true]);
  });

  it('lists all events that claim to be caused in a ring', () => {
    expect(treeOf([entry(1, 2), entry(2, 1), entry(3, 3)]).map(shapeOf)).toEqual([[3], [1, [2]]]);
  });

  it('counts what is below a branch', () => {
    expect(treeOf([entry(1), entry(2, 1), entry(3, 2), entry(4, 1)]).map(countBelow)).toEqual([3]);
  });
});
