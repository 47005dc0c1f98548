import { finish, goOn } from './model-handle.test.fixture.ts';
import { askForTurns, receive } from './model-receive.test.fixture.ts';
import type { Call, Lane, Subscription, Work, World } from './world.test.fixture.ts';

/** Subscriptions with `delivery: 'sync'` are given their events at the end of `emit`; what they emit comes after. */
export function takeSynchronousTurns(world: World): void {
  if (world.isTakingSynchronousTurns) return;
  world.isTakingSynchronousTurns = true;
  for (let turn = world.synchronousTurns.shift(); turn; turn = world.synchronousTurns.shift()) {
    receive(world, turn.subscription, turn.waiting);
  }
  world.isTakingSynchronousTurns = false;
}

/**
 * After the emitting call: everybody is given what waits, in the order of emitting. Only then handlers that have answered
 * count as done, and what waits behind them begins.
 */
export function takeTurns(world: World): void {
  const { turns, settled } = world;
  while (turns.length + settled.length > 0) {
    const turn = turns.shift();
    if (turn) receive(world, turn.subscription, turn.waiting);
    else goOnWith(world, settled.shift()!);
  }
}

function goOnWith(world: World, one: Call | Work): void {
  const hasPolicy = [one, ...world.settled].some((other) => subscriptionOf(other).plan.policy);
  world.race = world.settled.length === 0 ? 'none' : hasPolicy ? 'of unlike' : 'of alike';
  if ('work' in one) finish(world, one);
  else goOn(world, one.subscription);
  world.race = 'none';
}

function subscriptionOf(one: Call | Work): Subscription {
  return 'work' in one ? one.work.subscription : one.subscription;
}

/** A task, a frame or idle time takes what waits by then; what comes meanwhile is left to the next one. */
export function takeLane(world: World, lane: Lane): void {
  const { turns } = lane;
  const { length } = turns;
  for (const { subscription, waiting } of turns.slice(0, length)) receive(world, subscription, waiting);
  turns.splice(0, length);
  if (turns.length > 0) askForTurns(world, lane);
}
