import fc from 'fast-check';
import { ledger } from './ledger.test.fixture.ts';

export type Command =
  | {
      readonly do: 'emit';
      readonly event: keyof typeof ledger;
      readonly account: string;
      readonly poison?: string | undefined;
      readonly key?: string | undefined;
    }
  | { readonly do: 'settle' | 'snapshot' | 'redrive' | 'crash' }
  | { readonly do: 'break' | 'mend'; readonly poison: string }
  /** Begins another projection: with a history that gives all or what comes after the snapshot, or from retained events. */
  | { readonly do: 'project'; readonly from: 'all' | 'rest' | 'retained'; readonly restores: boolean }
  | { readonly do: 'rebuild' }
  /** Lets the history give so many events. */
  | { readonly do: 'read'; readonly count: number }
  /** Lets the history end, so many events before the last as are still to come live. */
  | { readonly do: 'end'; readonly lag: number };

const poison = fc.constantFrom('red', 'blue');
const emit = fc.record({
  do: fc.constant('emit' as const),
  event: fc.constantFrom(...(Object.keys(ledger) as (keyof typeof ledger)[])),
  account: fc.constantFrom('a', 'b'),
  poison: fc.option(poison, { nil: undefined, freq: 3 }),
  key: fc.option(fc.constantFrom('k1', 'k2', 'k3'), { nil: undefined, freq: 3 }),
});
/** Events of an earlier page. */
export const emits = fc.array(emit, { maxLength: 5 });
/** How a projection begins. */
export const project = fc.record({
  do: fc.constant('project' as const),
  from: fc.constantFrom('all' as const, 'rest' as const, 'retained' as const),
  restores: fc.boolean(),
});
const plain = (name: 'settle' | 'snapshot' | 'redrive' | 'crash'): fc.Arbitrary<Command> => fc.constant({ do: name });

/** Any order of everything that can happen to a projection. */
export const commands: fc.Arbitrary<Command[]> = fc.array(
  fc.oneof(
    { arbitrary: emit, weight: 10 },
    { arbitrary: plain('settle'), weight: 4 },
    { arbitrary: plain('snapshot'), weight: 2 },
    { arbitrary: plain('redrive'), weight: 3 },
    { arbitrary: plain('crash'), weight: 1 },
    { arbitrary: fc.record({ do: fc.constantFrom('break' as const, 'mend' as const), poison }), weight: 3 },
    { arbitrary: project, weight: 3 },
    { arbitrary: fc.constant<Command>({ do: 'rebuild' }), weight: 2 },
    { arbitrary: fc.record({ do: fc.constant('read' as const), count: fc.integer({ min: 1, max: 4 }) }), weight: 3 },
    { arbitrary: fc.record({ do: fc.constant('end' as const), lag: fc.integer({ min: 0, max: 3 }) }), weight: 4 },
  ),
  { minLength: 5, maxLength: 40 },
);
