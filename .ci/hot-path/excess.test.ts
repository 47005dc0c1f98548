import { describe, expect, it } from 'vitest';
import { excessOf } from './excess.ts';
import type { WorkByFunction } from './work.ts';

const recorded: WorkByFunction = {
  'emit.ts emit': { calls: 1, blocks: 2, objects: 3, bytes: 120 },
  'deliver.ts deliver': { calls: 1, blocks: 1, objects: 0, bytes: 0 },
};
const limit = { calls: 3, blocks: 4, objects: 3, bytes: 130 };

describe('an operation that does more than it may', () => {
  it('is told with the functions that do more than was recorded, the worst first', () => {
    const work: WorkByFunction = {
      'emit.ts emit': { calls: 1, blocks: 2, objects: 3.5, bytes: 128 },
      'deliver.ts deliver': { calls: 1, blocks: 0.5, objects: 1, bytes: 40 },
    };
    expect(excessOf('emit', work, limit, recorded).split('\n').slice(0, -1)).toEqual([
      'emit: 4.5 objects, at most 3; 168 bytes, at most 130. More than was recorded:',
      '  deliver.ts deliver: −0.5 blocks, +1 objects, +40 bytes',
      '  emit.ts emit: +0.5 objects, +8 bytes',
    ]);
  });

  it('is told with functions that were not there', () => {
    const work = { ...recorded, 'new.ts (anonymous)': { calls: 2, blocks: 2, objects: 0, bytes: 0 } };
    expect(excessOf('emit', work, limit, recorded)).toContain('  new.ts (anonymous): +2 calls, +2 blocks\n');
  });

  it('is not told where it does more than was recorded, but may', () => {
    const work = { ...recorded, 'new.ts (anonymous)': { calls: 1, blocks: 1, objects: 0, bytes: 0 } };
    expect(excessOf('emit', work, limit, recorded)).toBe('');
  });
});
