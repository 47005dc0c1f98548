import * as fc from 'fast-check';
import { action, anybody, emission, foreign, subscribing } from './any-action.test.fixture.ts';
import { milliseconds, plan } from './any-plan.test.fixture.ts';
import type { Action, Plan, Program, Step } from './program.test.fixture.ts';

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 10, arbitrary: action },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('all at once' as const),
      actions: fc.array(action, { minLength: 2, maxLength: 6, size: 'max' }),
    }),
  },
  { weight: 8, arbitrary: fc.record({ do: fc.constant('pass' as const), ms: milliseconds }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('mount' as const), as: anybody }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('set clock' as const), by: fc.constantFrom(3_600_000, -3_600_000) }) },
);

/** Two subscriptions miss an event, end, and two others take their places. */
const remounting: fc.Arbitrary<Step[]> = fc
  .record({ as: anybody, plan: fc.nat({ max: 3 }), missed: emission })
  .map(({ as, plan, missed }): Step[] => {
    const subscribing: Step[] = [0, 1].map(() => ({ do: 'subscribe', as, plan }));
    return [
      ...subscribing,
      { ...missed, flaw: 'is dropped on arrival' },
      { do: 'dispose', as },
      { do: 'mount', as },
      ...subscribing,
      { do: 'redrive', as: 'shell', letter: 'all' },
    ];
  });

const stretch: fc.Arbitrary<Step[]> = fc.oneof(
  { withCrossShrink: true },
  { weight: 60, arbitrary: step.map((one) => [one]) },
  { weight: 1, arbitrary: remounting },
);

/** In the beginning there are some subscriptions, in the end a long time passes. */
const steps: fc.Arbitrary<Step[]> = fc
  .tuple(
    fc.array(fc.constantFrom<Step>({ do: 'mount', as: 'profile' }, { do: 'mount', as: 'badge' }), { maxLength: 2 }),
    fc.array(subscribing, { minLength: 1, maxLength: 4, size: 'max' }),
    fc.array(stretch, { maxLength: 35, size: 'max' }),
  )
  .map((parts) => [...parts.flat(2), { do: 'pass', ms: 100_000 }]);

/** A handler subscribes by a later plan, if at all: by its own it might do so for ever. */
function subscribingOnlyLater(plan: Plan, index: number, { length }: readonly Plan[]): Plan {
  const left = length - index - 1;
  const restrict = (action: Action | undefined): Action | undefined => {
    if (action?.do !== 'subscribe') return action;
    return left > 0 ? { ...action, plan: index + 1 + (action.plan % left) } : undefined;
  };
  const answers = plan.answers.map(({ act, actLate, ...answer }) => {
    const [now, late] = [restrict(act), restrict(actLate)];
    return { ...answer, ...(now && { act: now }), ...(late && { actLate: late }) };
  });
  return { ...plan, answers };
}

/** Programs of the whole surface that the model knows. They end when a long time has passed. */
export const anyProgram: fc.Arbitrary<Program> = fc.record({
  limits: fc.record({ hops: fc.constantFrom(3, 1), deadLetters: fc.constantFrom(1_000, 3) }),
  chance: fc.constantFrom(0, 0.5),
  plans: fc.array(plan, { minLength: 1, maxLength: 4, size: 'max' }).map((plans) => plans.map(subscribingOnlyLater)),
  foreign: fc.array(foreign, { minLength: 1, maxLength: 3 }),
  steps,
});
