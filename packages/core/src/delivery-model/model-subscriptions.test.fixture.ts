import { letGo } from './model-abandon.test.fixture.ts';
import { covers, offer } from './model-bounds.test.fixture.ts';
import { takeSynchronousTurns } from './model-turns.test.fixture.ts';
import { type Actor, type ActorName, actors, rootOf } from './page.test.fixture.ts';
import type { Plan } from './program.test.fixture.ts';
import { isExpired, note, type Subscription, type World } from './world.test.fixture.ts';

/** What `on` does: the retained events come first, then every event emitted from now on. */
export function subscribe(world: World, as: ActorName, plan: Plan): string {
  const { subscribe: allowed }: Actor = actors[as];
  if (!world.mounted.has(as)) return 'disposed';
  if (allowed && typeof plan.target !== 'string' && plan.target.includes('other:noted')) return 'forbidden';
  const subscription: Subscription = {
    number: world.subscriptions.length,
    as,
    plan,
    since: world.sequence,
    hasEnded: false,
    waiting: [],
    running: [],
    calls: 0,
    isBreakerOpen: false,
    remembered: [],
    figures: { delivered: 0, failed: 0, retried: 0, dead: 0, declined: 0 },
    offered: 0,
    abandoned: 0,
  };
  world.subscriptions.push(subscription);
  for (const event of replayed(world, subscription)) offer(world, subscription, { ...event, isReplayed: true });
  takeSynchronousTurns(world);
  return 'subscribed';
}

/** Retained events that have not expired, oldest first: all, the newest so many, or those after a sequence. */
function replayed(world: World, subscription: Subscription) {
  const { replay = true } = subscription.plan;
  const kept = [...world.retained.values()]
    .flat()
    .filter((event) => covers(subscription, event.type) && !isExpired(world, event))
    .sort((one, other) => one.sequence - other.sequence);
  if (typeof replay === 'object') return kept.filter(({ sequence }) => sequence > replay.after);
  if (typeof replay === 'number') return replay === 0 ? [] : kept.slice(-replay);
  return replay ? kept : [];
}

/** What waits and what runs is let go of, counted nowhere. */
export function end(world: World, subscription: Subscription): void {
  const { waiting, running } = subscription;
  if (subscription.hasEnded) return;
  subscription.hasEnded = true;
  subscription.abandoned += waiting.length + running.length;
  if (waiting.length > 0) note(world, 'abandoned while waiting');
  if (running.length > 0) note(world, 'abandoned while running');
  waiting.length = 0;
  for (const work of [...running]) letGo(work);
}

/** A scope takes its subscriptions with it, a bus its scopes as well. */
export function dispose(world: World, as: ActorName): void {
  const within = (Object.keys(actors) as ActorName[]).filter((name) => name === as || rootOf(name) === as);
  for (const name of within) world.mounted.delete(name);
  for (const subscription of world.subscriptions) if (within.includes(subscription.as)) end(world, subscription);
}

/** A scope needs the bus that it is made from. */
export function mount(world: World, as: ActorName): void {
  const { parent }: Actor = actors[as];
  if (!parent || world.mounted.has(parent as ActorName)) world.mounted.add(as);
}
