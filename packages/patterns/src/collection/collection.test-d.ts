import { type Bus, defineEvent, type Readable } from '@busbar/core';
import type { Observable } from 'rxjs';
import { describe, expectTypeOf, it } from 'vitest';
import * as z from 'zod';
import { type CollectionChange, collection } from './collection.ts';

declare const bus: Bus;
const schema = z.object({ sku: z.string(), left: z.number().default(0) });
const levelChanged = defineEvent('stock:levelChanged', { version: 1, schema, retain: { last: 1, by: ({ sku }) => sku } });
type Level = { sku: string; left: number };

describe('a collection', () => {
  const levels = collection(bus, levelChanged);

  it('gives what the schema gives', () => {
    expectTypeOf(levels.get('A')).toEqualTypeOf<Level | undefined>();
    expectTypeOf(levels.entry('A')).toEqualTypeOf<Readable<Level | undefined>>();
    expectTypeOf(levels.all.get()).toEqualTypeOf<ReadonlyMap<string | number, Level>>();
    expectTypeOf(levels.changes).toEqualTypeOf<Observable<CollectionChange<string | number, Level>>>();
  });

  it('is read-only', () => {
    // @ts-expect-error: entries come of events
    levels.all.get().set('A', { sku: 'A', left: 1 });
    // @ts-expect-error: and so does their number
    levels.size = 0;
  });

  it('tells deletions by their kind: they have no data', () => {
    levels.changes.subscribe((change) => {
      if (change.kind === 'set') expectTypeOf(change.data).toEqualTypeOf<Level>();
      // @ts-expect-error: a deletion has none
      else change.data;
    });
  });
});
