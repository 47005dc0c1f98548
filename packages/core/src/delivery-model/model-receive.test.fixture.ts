import { admit } from './model-handle.test.fixture.ts';
import { isTaken } from './model-stages.test.fixture.ts';
import { type Lane, later, type Subscription, type Waiting, type World } from './world.test.fixture.ts';

/** A turn has come: what the subscription takes goes on to its handler, or waits for a task, a frame or idle time. */
export function receive(world: World, subscription: Subscription, waiting: Waiting): void {
  if (!subscription.waiting.includes(waiting) || !isTaken(world, subscription, waiting)) return;
  const { delivery = 'microtask', priority = 'user-visible' } = subscription.plan;
  if (delivery === 'microtask' || delivery === 'sync' || waiting.place === 'in a lane')
    return admit(world, subscription, waiting);
  const name = `${delivery} ${priority}`;
  const lane = world.lanes.get(name) ?? { delivery, priority, turns: [] };
  world.lanes.set(name, lane);
  waiting.place = 'in a lane';
  if (lane.turns.push({ subscription, waiting }) === 1) askForTurns(world, lane);
}

const ranks = { 'user-blocking': 0, 'user-visible': 1, background: 2 };

/** A lane is given a task (the urgent ones first), the next frame, or the time when nothing else is due. */
export function askForTurns(world: World, lane: Lane): void {
  const { delivery, priority } = lane;
  const rank = delivery === 'idle' ? 3 : delivery === 'frame' ? 1 : ranks[priority];
  later(world, delivery === 'frame' ? 16 - (world.now % 16) : 0, { what: 'turns of a lane', lane }, rank);
}
