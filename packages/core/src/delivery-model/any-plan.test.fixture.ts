import * as fc from 'fast-check';
import { reaction } from './any-action.test.fixture.ts';
import { type EventType, eventTypes } from './page.test.fixture.ts';
import type { Answer, Plan, Retry } from './program.test.fixture.ts';
import { perhaps, sparse } from './sparse.test.fixture.ts';

const everyType = Object.keys(eventTypes) as EventType[];
export const milliseconds: fc.Arbitrary<number> = fc.constantFrom(0, 5, 10, 15, 20, 40, 100);

const answer: fc.Arbitrary<Answer> = sparse<Answer>({
  act: perhaps(1, 4, reaction),
  takes: fc.oneof(
    { weight: 3, arbitrary: fc.constant('no time' as const) },
    { weight: 2, arbitrary: fc.constant('a promise' as const) },
    { weight: 6, arbitrary: milliseconds },
    { weight: 1, arbitrary: fc.constantFrom('for ever' as const, 'refused' as const, 'refused' as const) },
  ),
  fails: perhaps(1, 3, fc.constant(true)),
  obeys: perhaps(1, 2, fc.constant(true)),
  actLate: perhaps(1, 8, reaction),
});

const retry: fc.Arbitrary<number | Retry> = fc.oneof(
  fc.nat({ max: 2 }),
  sparse<Retry>({
    attempts: fc.nat({ max: 3 }),
    delay: perhaps(2, 3, fc.constantFrom(10, 0, 25)),
    factor: perhaps(1, 3, fc.constantFrom(1, 3)),
    maxDelay: perhaps(1, 3, fc.constantFrom(15, 30)),
    jitter: perhaps(1, 3, fc.constantFrom(0, 0.5)),
    when: perhaps(1, 5, fc.constantFrom('once', 'throws')),
  }),
);

const target: fc.Arbitrary<Plan['target']> = fc.oneof(
  fc.constantFrom(...everyType).map((type) => [type]),
  fc.constantFrom<Plan['target']>('**', 'test:*', ['test:noted', 'test:keyed'], ['test:noted'], ['test:keyed']),
);

export const plan: fc.Arbitrary<Plan> = sparse<Plan>({
  target,
  isNewer: perhaps(1, 2, fc.constant(true)),
  delivery: perhaps(1, 2, fc.constantFrom('microtask', 'sync', 'task', 'frame', 'idle')),
  priority: perhaps(1, 3, fc.constantFrom('user-blocking', 'background')),
  overlap: perhaps(1, 2, fc.constantFrom('queue', 'parallel', 'switch', 'drop')),
  replay: perhaps(1, 4, fc.oneof(fc.boolean(), fc.nat({ max: 2 }), fc.record({ after: fc.nat({ max: 8 }) }))),
  where: perhaps(1, 5, fc.constantFrom('not b', 'throws for c')),
  retry: perhaps(1, 3, retry),
  timeout: perhaps(1, 3, fc.constantFrom(20, 5, 0)),
  policy: perhaps(1, 4, fc.constantFrom('bulkhead', 'breaker')),
  dedupe: perhaps(1, 4, fc.constantFrom(true, false, 0, 1)),
  maxQueue: perhaps(1, 3, fc.constantFrom(1, 2, 3, 0)),
  overflow: perhaps(2, 3, fc.constantFrom('dead-letter', 'drop-oldest', 'latest-by-key')),
  answers: fc.array(answer, { maxLength: 6, size: 'max' }),
}).map((plan) => (plan.policy ? plan : { ...plan, answers: plan.answers.map(unlessRefused) }));

/** Who has no policy is refused nothing. */
function unlessRefused(answer: Answer): Answer {
  return answer.takes === 'refused' ? { ...answer, takes: 'no time' } : answer;
}
