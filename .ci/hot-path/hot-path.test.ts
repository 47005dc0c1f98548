import { beforeAll, describe, expect, it } from 'vitest';
import { countWork, type WorkByOperation } from './count-work.ts';
import { excessOf } from './excess.ts';
import { limits, type Operation } from './limits.ts';
import { readRecordedWork } from './recorded-work.ts';
import { parts, sumOf } from './work.ts';

const operations = Object.keys(limits) as Operation[];

describe('the hot path, counted without a clock', () => {
  let work: WorkByOperation;
  let recorded: WorkByOperation;

  beforeAll(async () => {
    [work, recorded] = await Promise.all([countWork(), readRecordedWork()]);
  }, 60_000);

  it.each(operations)('does no more than it may: %s', (operation) => {
    expect(excessOf(operation, work[operation], limits[operation], recorded[operation])).toBe('');
  });

  it.each(operations)('has limits that leave a tenth of room at most: %s', (operation) => {
    const sum = sumOf(work[operation]);
    const roomy = parts.filter((part) => limits[operation][part] > Math.ceil(sum[part] * 1.1));
    expect(roomy).toEqual([]);
  });

  it('allocates nothing for a further subscriber', () => {
    expect(sumOf(work['further subscriber'])).toMatchObject({ objects: 0, bytes: 0 });
  });
});
