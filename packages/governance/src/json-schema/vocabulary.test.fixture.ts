import { texts } from './any-schema.test.fixture.ts';
import { placesIn } from './edit-schema.test.fixture.ts';
import type { JsonSchema } from './json-schema.ts';

/** What two schemas speak of, and what is just beside it. */
export interface Vocabulary {
  readonly names: readonly string[];
  readonly scalars: readonly unknown[];
  readonly lengths: readonly number[];
}

export function vocabularyOf(schemas: readonly JsonSchema[]): Vocabulary {
  const names = new Set<string>(['a', 'z']);
  const scalars = new Set<unknown>([...texts, 0, 1, -1, 2.5, 1e9, null, true, false, '\u{1F600}', 'zzzzzz']);
  const lengths = new Set<number>([0, 1, 2]);
  for (const place of schemas.flatMap(placesIn)) {
    for (const value of Object.values(place)) {
      if (typeof value === 'number') for (const near of [value, value + 1, value - 1, value + 0.5, value * 2]) scalars.add(near);
      if (typeof value === 'number' && Number.isInteger(value))
        for (const near of [value, value + 1, value - 1]) lengths.add(Math.max(0, Math.min(near, 6)));
    }
    for (const key of ['properties', 'dependentRequired', 'dependentSchemas', 'patternProperties']) {
      for (const name of Object.keys(place[key] ?? {})) names.add(name.replace(/[^\w]/g, ''));
    }
    for (const value of [place['const'], ...((place['enum'] ?? []) as unknown[])]) {
      if (typeof value !== 'object') scalars.add(value);
      if (typeof value === 'string') names.add(value);
    }
  }
  scalars.delete(undefined);
  return { names: [...names], scalars: [...scalars], lengths: [...lengths] };
}
