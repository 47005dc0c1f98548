import * as fc from 'fast-check';
import { callbacks } from './callbacks.ts';
import { bagOf, fixed, type OptionBag } from './option-bag.ts';
import { policies } from './policies.ts';
import { asRubbish, oneOfRecipes, type Recipe, recipe, recipesOf } from './recipe.ts';
import { counts, lifetimes, milliseconds, oddNumbers, texts } from './scalars.ts';
import { values } from './values.ts';

const yesOrNo = recipesOf(fc.boolean());
const words = recipesOf(texts);
const signals = oneOfRecipes({
  'a signal': () => new AbortController().signal,
  'an aborted signal': () => AbortSignal.abort(),
});
const retryOptions = bagOf(
  {
    attempts: recipesOf(fc.nat(3)),
    delay: milliseconds,
    factor: recipesOf(oddNumbers),
    maxDelay: milliseconds,
    jitter: recipesOf(fc.constantFrom(0, 0.5, 1)),
    when: callbacks,
  },
  [fixed('attempts', '2', () => 2)],
);

/** What `on` and `events$` are given. */
export const subscribeOptions: fc.Arbitrary<OptionBag> = bagOf({
  replay: fc.oneof(yesOrNo, counts, bagOf({ after: counts })),
  where: callbacks,
  delivery: recipesOf(fc.constantFrom('microtask', 'sync', 'task', 'frame', 'idle')),
  priority: recipesOf(fc.constantFrom('user-blocking', 'user-visible', 'background')),
  overlap: recipesOf(fc.constantFrom('queue', 'parallel', 'switch', 'drop')),
  retry: fc.oneof(recipesOf(fc.nat(3)), retryOptions),
  timeout: milliseconds,
  policy: policies,
  dedupe: fc.oneof(yesOrNo, counts),
  maxQueue: counts,
  overflow: recipesOf(fc.constantFrom('dead-letter', 'drop-oldest', 'latest-by-key')),
  lagThreshold: milliseconds,
  signal: signals,
});

/** What `once` is given. */
export const onceOptions: fc.Arbitrary<OptionBag> = bagOf({
  replay: yesOrNo,
  where: callbacks,
  delivery: recipesOf(fc.constantFrom('microtask', 'sync', 'task')),
  timeout: milliseconds,
  signal: signals,
});

const causes: fc.Arbitrary<Recipe> = fc.oneof(
  { weight: 3, arbitrary: fc.constant(recipe<unknown>('the newest event', ({ events }) => events.at(-1))) },
  { weight: 2, arbitrary: recipesOf<unknown>(fc.constant(false)) },
  { weight: 1, arbitrary: asRubbish(values) },
);

/** What `emit` is given beside the payload. */
export const emitOptions: fc.Arbitrary<OptionBag> = bagOf({
  cause: causes,
  subject: words,
  correlationid: words,
  traceparent: words,
  tracestate: words,
  idempotencykey: recipesOf(fc.constantFrom('', 'once', 'again', '__proto__')),
  ttl: lifetimes,
});

const grants: fc.Arbitrary<Recipe> = recipesOf(
  fc.oneof(fc.subarray(['**', 'cart:*', 'cart:noted', '*:*', 'nobody:*']), fc.array(texts, { maxLength: 2 })),
);
/** Who somebody is and what he may. */
export const identity: Readonly<Record<string, fc.Arbitrary<Recipe>>> = { source: words, publish: grants, subscribe: grants };

/** What `scope` is given. */
export const scopeOptions: fc.Arbitrary<OptionBag> = bagOf(identity);

/** Bounds of a hub. */
export const hubLimits: fc.Arbitrary<OptionBag> = bagOf({
  depth: counts,
  nodes: counts,
  bytes: counts,
  deadLetters: counts,
  hops: counts,
  slice: milliseconds,
});
