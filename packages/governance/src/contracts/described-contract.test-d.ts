import type { EventDefinition, Lifecycle as LifecycleOfTheBus } from '@busbar/core';
import { describe, expectTypeOf, it } from 'vitest';
import * as z from 'zod';
import { describeContract } from './describe-contract.ts';
import type { Lifecycle } from './described-contract.ts';

describe('a described contract', () => {
  it('knows the lives that a definition knows', () => {
    expectTypeOf<Lifecycle>().toEqualTypeOf<LifecycleOfTheBus>();
    expectTypeOf<NonNullable<EventDefinition['lifecycle']>>().toEqualTypeOf<Lifecycle>();
  });

  it('is made of contracts only', () => {
    // @ts-expect-error a schema alone has no name and no version
    describeContract({ schema: z.string() });
    // @ts-expect-error a converter says whose schemas it reads
    describeContract({ type: 'a:b', version: 1, schema: z.string() }, { converters: [{ toJsonSchema: () => ({}) }] });
  });
});
