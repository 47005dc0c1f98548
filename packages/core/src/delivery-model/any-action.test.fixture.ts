import * as fc from 'fast-check';
import { type ActorName, actors, type EventType, eventTypes } from './page.test.fixture.ts';
import type { Action, Emission, Flaw, Foreign, Key } from './program.test.fixture.ts';
import { perhaps, sparse } from './sparse.test.fixture.ts';

const everybody = Object.keys(actors) as ActorName[];
const somebody = fc.constantFrom<ActorName>('shell', 'cart', 'shell', 'profile', ...everybody);
const everyType = Object.keys(eventTypes) as EventType[];
const nth = fc.nat({ max: 9 });
export const anybody: fc.Arbitrary<ActorName> = fc.constantFrom(...everybody);

const flaw = fc.constantFrom<Flaw>(
  'breaks its contract',
  'is dropped',
  'is rejected',
  'cannot be cast',
  'is dropped on arrival',
  'is rejected on arrival',
);
const described = {
  type: fc.constantFrom<EventType>('test:noted', 'test:noted', 'test:keyed', 'test:rare', 'test:rare', ...everyType),
  key: fc.constantFrom<Key>('a', 'b', 'c'),
  flaw: perhaps(1, 5, flaw),
  subject: perhaps(1, 3, fc.constantFrom('s', 't')),
  idempotencykey: perhaps(1, 3, fc.constantFrom('x', 'y', 'z')),
};

export const emission: fc.Arbitrary<Emission> = sparse<Emission>({
  do: fc.constant('emit' as const),
  as: somebody,
  ...described,
  ttl: perhaps(1, 5, fc.constantFrom(15, 40, 0)),
  cause: perhaps(1, 5, fc.oneof(fc.constant(false as const), nth)),
});

export const foreign: fc.Arbitrary<Foreign> = sparse<Foreign>({
  ...described,
  hops: fc.constantFrom(0, 1, 9),
  expires: perhaps(1, 4, fc.constantFrom(20, 100)),
});

const letter = fc.oneof(fc.constant('all' as const), nth);

export const subscribing: fc.Arbitrary<Action> = fc.record({ do: fc.constant('subscribe' as const), as: somebody, plan: nth });

const otherAction: fc.Arbitrary<Action> = fc.oneof(
  { weight: 6, arbitrary: subscribing },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('end' as const), subscription: nth, by: fc.constantFrom('call', 'signal') }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('adopt' as const), as: somebody, event: nth }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('dispose' as const), as: anybody }) },
  {
    weight: 4,
    arbitrary: sparse<Extract<Action, { do: 'redrive' }>>({
      do: fc.constant('redrive' as const),
      as: somebody,
      letter,
      edit: perhaps(1, 3, fc.constantFrom('mend', 'spoil', 'throw')),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('discard' as const), as: somebody, letter }) },
);

export const action: fc.Arbitrary<Action> = fc.oneof({ weight: 4, arbitrary: emission }, { weight: 3, arbitrary: otherAction });
/** What handlers do. None redrives: an event that fails for ever would then come for ever. */
export const reaction: fc.Arbitrary<Action> = fc
  .oneof({ weight: 3, arbitrary: emission }, otherAction)
  .filter(({ do: what }) => what !== 'redrive');
