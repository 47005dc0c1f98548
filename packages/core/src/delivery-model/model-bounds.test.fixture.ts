import { bury, decline, letGoOf } from './model-dead-letters.test.fixture.ts';
import { type Actor, actors, type EventType } from './page.test.fixture.ts';
import { type ModelEvent, note, type Subscription, type Waiting, type World } from './world.test.fixture.ts';

/** Whether a subscription is for events of that name; a pattern covers what the scope may hear. */
export function covers({ plan: { target }, as }: Subscription, type: EventType): boolean {
  if (typeof target !== 'string') return target.includes(type);
  const { subscribe: allowed = ['**'] }: Actor = actors[as];
  return type.startsWith('test:') || (target === '**' && allowed.includes('**'));
}

/** An event waits for its turn, as long as no more than `maxQueue` wait; past it `overflow` decides. There is room for replays always. */
export function offer(world: World, subscription: Subscription, event: ModelEvent): void {
  subscription.offered++;
  note(world, event.isReplayed ? 'replayed' : 'offered');
  if (!event.isReplayed && isFull(subscription)) makeRoom(world, subscription, event);
  else wait(world, subscription, event);
}

/** Where nothing may wait, an event can still be on its way to a handler that is free. */
export function isFull({ waiting, running, plan }: Subscription): boolean {
  const { maxQueue = 10_000, overlap = 'queue' } = plan;
  return waiting.length >= maxQueue && (waiting.length > 0 || (overlap === 'queue' && running.length > 0));
}

function wait(world: World, subscription: Subscription, event: ModelEvent): void {
  const waiting: Waiting = { event, place: 'in the queue', isTaken: false, since: world.now };
  subscription.waiting.push(waiting);
  (subscription.plan.delivery === 'sync' ? world.synchronousTurns : world.turns).push({ subscription, waiting });
}

/** The new event is a dead letter, or it takes the place of the newest with its key, or the oldest goes. */
function makeRoom(world: World, subscription: Subscription, event: ModelEvent): void {
  const { waiting, plan } = subscription;
  const [oldest] = waiting;
  const alike = waiting.findLast((one: Waiting) => hasKeyOf(one.event, event));
  if (plan.overflow === 'latest-by-key' && alike) {
    note(world, 'overflow: latest-by-key');
    letGoOf(subscription, alike);
    Object.assign(alike, { event, isTaken: false, since: world.now } satisfies Partial<Waiting>);
  } else if (plan.overflow === 'drop-oldest' && oldest) {
    note(world, 'overflow: drop-oldest');
    decline(subscription, oldest);
    wait(world, subscription, event);
  } else {
    subscription.figures.dead++;
    bury(world, 'overflow', event, { subscription });
  }
}

/** The key is what the contract retains by, else the subject. */
function hasKeyOf(one: ModelEvent, other: ModelEvent): boolean {
  return one.type === other.type && (one.type === 'test:keyed' ? one.key === other.key : one.subject === other.subject);
}
