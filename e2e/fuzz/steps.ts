import type { AnyEventContract, Bus } from '@busbar/core';
import { createBus, defineEvent } from '@busbar/core';
import * as fc from 'fast-check';
import { busOptions } from './bus-options.ts';
import { emitOptions, onceOptions, scopeOptions, subscribeOptions } from './call-options.ts';
import { handlers } from './callbacks.ts';
import { definitions, eventNames } from './contracts.ts';
import { foreignEvents } from './foreign-events.ts';
import { letterSteps } from './letter-steps.ts';
import { nextTurn } from './next-turn.ts';
import { asRubbish, listOf, type Recipe, recipe, recipesOf } from './recipe.ts';
import { milliseconds } from './scalars.ts';
import { subscribeWithShadow } from './shadowed-subscription.ts';
import { nothing, type Step, step } from './step.ts';
import type { Trial } from './trial.ts';
import { payloads, values } from './values.ts';
import { awaitWatched } from './watched-once.ts';
import { adoptWatched, dispatchWatched, emitWatched } from './watched-publication.ts';

/** The newest first: it is the one that nobody has tried yet. */
const handleOf = ({ handles, root }: Trial, nth: number): Bus => handles.at(-1 - (nth % handles.length)) ?? root;

const contracts = fc
  .nat(2)
  .map((nth) => recipe<unknown>(`contracts[${nth}]`, (world) => world.contracts[nth % world.contracts.length]));
const names = recipesOf(fc.constantFrom<unknown>(...eventNames));
const patterns = recipesOf(fc.constantFrom<unknown>('**', 'cart:*', '*:started', '*:*:*', 'busbar:*', 'busbar:**'));
const lists = fc.array(contracts, { maxLength: 3 }).map(listOf);

/** What is emitted: events of contracts, mostly. */
const emitted = fc.oneof(
  { weight: 20, arbitrary: contracts },
  { weight: 3, arbitrary: names },
  { weight: 1, arbitrary: asRubbish(values) },
);
/** What is subscribed to. */
const targets = fc.oneof(
  { weight: 12, arbitrary: contracts },
  { weight: 3, arbitrary: names },
  { weight: 4, arbitrary: patterns },
  { weight: 1, arbitrary: lists },
  { weight: 1, arbitrary: asRubbish(values) },
);
const reactions: fc.Arbitrary<Recipe> = fc.oneof(
  { weight: 15, arbitrary: handlers },
  { weight: 1, arbitrary: asRubbish(values) },
);
const few = <Options extends Recipe>(options: fc.Arbitrary<Options>): fc.Arbitrary<Options | typeof nothing> =>
  fc.oneof({ weight: 2, arbitrary: fc.constant(nothing) }, { weight: 1, arbitrary: options });

/** Emits with the help of the trial, which watches what becomes of it. */
export const emitting: fc.Arbitrary<Step> = fc
  .tuple(fc.nat(3), emitted, payloads, few(emitOptions))
  .map(([who, target, payload, options]) =>
    step('emit', [target, payload, options], (trial, ...made) =>
      emitWatched(trial, handleOf(trial, who), ...(made as [unknown, unknown])),
    ),
  );

/** Several at once, so that some have to wait. */
const bursting = fc.tuple(contracts, fc.integer({ min: 2, max: 8 }), few(emitOptions)).map(([target, many, options]) =>
  step(`burst of ${many}`, [target, options], (trial, contract, given) => {
    for (let nth = 0; nth < many; nth++) emitWatched(trial, trial.root, contract, nth, given);
  }),
);

const subscribing = fc
  .tuple(fc.constantFrom('on' as const, 'on' as const, 'events$' as const), targets, reactions, subscribeOptions)
  .map(([how, target, handler, options]) =>
    step(how, [target, handler, options], (trial, on, react) => subscribeWithShadow(trial, how, on, react, options)),
  );

const dispatching = fc
  .tuple(names, payloads)
  .map((given) => step('dispatchEvent', given, (trial, name, detail) => dispatchWatched(trial, name as string, detail)));

const adopting = foreignEvents.map((event) => step('adopt', [event], adoptWatched));

const waitingOnce = fc
  .tuple(targets, few(onceOptions))
  .map((given) =>
    step('once', given, (trial, target, options) =>
      awaitWatched(trial, trial.root.once(target as AnyEventContract, options as object)),
    ),
  );

const reading = fc
  .tuple(fc.oneof({ weight: 9, arbitrary: contracts }, { weight: 1, arbitrary: asRubbish(values) }), reactions)
  .map((given) =>
    step('latest', given, (trial, contract, react) =>
      trial.call('latest', () => {
        const readable = trial.root.latest(contract as AnyEventContract);
        readable.get();
        trial.stops.push(readable.subscribe(react as () => void));
      }),
    ),
  );

const joining = busOptions.map((options) =>
  step('createBus', [options], (trial, made) => {
    const bus = trial.call('createBus', () => createBus(made as never));
    if (bus?.hub === trial.hub) trial.handles.push(bus);
    else bus?.dispose();
  }),
);

const narrowing = fc.tuple(fc.nat(3), scopeOptions).map(([who, options]) =>
  step('scope', [options], (trial, made) => {
    const scope = trial.call('scope', () => handleOf(trial, who).scope(made as object));
    if (scope) trial.handles.push(scope);
  }),
);

const defining = fc.tuple(names, definitions).map((given) =>
  step('defineEvent', given, (trial, name, definition) => {
    const contract = trial.call('defineEvent', () => defineEvent(name as string, definition as never));
    if (contract) trial.contracts.push(contract as AnyEventContract);
  }),
);

const ending = fc
  .tuple(fc.nat(3), fc.boolean())
  .map(([nth, all]) =>
    step(all ? `dispose ${nth}` : `stop ${nth}`, [], (trial) => (all ? handleOf(trial, nth).dispose() : trial.stops[nth]?.())),
  );

const reporting = fc.constant(step('read', [], ({ call, root }) => call('read', () => [root.metrics(), root.contracts()])));
const measuring = fc.oneof(milliseconds, asRubbish(values)).map((every) =>
  step('metrics$', [every], ({ call, root, stops }, made) =>
    call('metrics$', () => {
      const figures = root.metrics$(made as number).subscribe();
      stops.push(() => figures.unsubscribe());
    }),
  ),
);
const pausing = fc.constant(step('later', [], nextTurn));

/** All that people do with a bus, in the proportions in which they do it. */
export const steps: fc.Arbitrary<Step> = fc.oneof(
  { weight: 10, arbitrary: emitting },
  { weight: 3, arbitrary: bursting },
  { weight: 8, arbitrary: subscribing },
  { weight: 3, arbitrary: letterSteps },
  { weight: 2, arbitrary: dispatching },
  { weight: 2, arbitrary: adopting },
  { weight: 2, arbitrary: pausing },
  { weight: 1, arbitrary: waitingOnce },
  { weight: 1, arbitrary: reading },
  { weight: 2, arbitrary: joining },
  { weight: 1, arbitrary: narrowing },
  { weight: 1, arbitrary: defining },
  { weight: 1, arbitrary: ending },
  { weight: 1, arbitrary: reporting },
  { weight: 1, arbitrary: measuring },
);
