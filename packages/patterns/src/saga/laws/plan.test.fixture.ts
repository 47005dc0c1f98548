import * as fc from 'fast-check';

/** What a service does with one call. */
export type Behaviour =
  /** Takes effect, and answers. */
  | 'answers'
  /** Answers twice. */
  | 'answers twice'
  /** Answers with an error, without an effect. */
  | 'fails'
  /** Takes effect; the answer is lost on the way. */
  | 'loses the answer'
  /** Takes effect long after the try is over. */
  | 'is late'
  /** Neither takes effect nor answers. */
  | 'ignores it';

/** How a service meets one try of a step. */
export interface Meeting {
  readonly behaviour: Behaviour;
  /** Milliseconds to the answer. */
  readonly latency: number;
}

/** How a step reaches its service. */
export type Way = 'call' | 'request' | 'events';

/** A step, and how its service meets each try, those after the last one as one that answers. */
export interface StepPlan {
  readonly way: Way;
  readonly undoable: boolean;
  readonly retry: number;
  readonly undoRetry: number;
  readonly tries: readonly Meeting[];
  readonly undoTries: readonly Meeting[];
}

/** When a page dies: at the so-manieth event that is kept, before or after it is, or at the so-manieth turn of the clock. It is loaded again. */
export type Death =
  | { readonly at: 'append'; readonly count: number; readonly kept: boolean }
  | { readonly at: 'turn'; readonly count: number; readonly tab: number };

/** One random history: what is to be done, and everything that goes wrong. */
export interface Plan {
  readonly steps: readonly StepPlan[];
  /** How many instances are started side by side. */
  readonly instances: number;
  /** How often each start is delivered, in each life of the page. */
  readonly deliveries: number;
  /** Tabs that are open side by side. */
  readonly tabs: number;
  /** Copies that run the saga on each page. */
  readonly runners: number;
  readonly deaths: readonly Death[];
  /** Which events the store fails to keep, counted over all lives. */
  readonly storeFailures: readonly number[];
  /** Milliseconds that the store takes. */
  readonly storeLatency: number;
}

/** Milliseconds that each try may take. */
export const timeout = 100;

const meeting = (wrong: readonly Behaviour[]): fc.Arbitrary<Meeting> =>
  fc.record({
    behaviour: fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom<Behaviour>('answers', 'answers twice') },
      { weight: 2, arbitrary: fc.constantFrom(...wrong) },
    ),
    latency: fc.integer({ min: 0, max: 90 }),
  });

const anyStep: fc.Arbitrary<StepPlan> = fc.record({
  way: fc.constantFrom<Way>('call', 'request', 'events'),
  undoable: fc.boolean(),
  retry: fc.integer({ min: 0, max: 2 }),
  undoRetry: fc.integer({ min: 0, max: 2 }),
  tries: fc.array(meeting(['fails', 'loses the answer', 'is late', 'ignores it']), { maxLength: 3 }),
  undoTries: fc.array(meeting(['fails', 'loses the answer', 'is late', 'ignores it']), { maxLength: 3 }),
});

const anyDeath: fc.Arbitrary<Death> = fc.oneof(
  fc.record({ at: fc.constant('append' as const), count: fc.integer({ min: 1, max: 40 }), kept: fc.boolean() }),
  fc.record({ at: fc.constant('turn' as const), count: fc.integer({ min: 1, max: 60 }), tab: fc.nat(1) }),
);

/** Any history. */
export const anyPlan: fc.Arbitrary<Plan> = fc.record({
  steps: fc.array(anyStep, { minLength: 1, maxLength: 5 }),
  instances: fc.integer({ min: 1, max: 3 }),
  deliveries: fc.integer({ min: 1, max: 3 }),
  tabs: fc.integer({ min: 1, max: 2 }),
  runners: fc.integer({ min: 1, max: 2 }),
  deaths: fc.array(anyDeath, { maxLength: 4 }),
  storeFailures: fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 2 }),
  storeLatency: fc.constantFrom(0, 0, 1, 7),
});
