import type { DeadLetterReason } from '../hub/dead-letters.ts';
import { deadLetter } from './model-dead-letters.test.fixture.ts';
import { isRemembered, remember } from './model-memory.test.fixture.ts';
import type { Plan } from './program.test.fixture.ts';
import { isExpired, type ModelEvent, note, type Subscription, type Waiting, type World } from './world.test.fixture.ts';

/** Sends an event through the stages before scheduling, unless it has passed them. What does not pass waits no longer. */
export function isTaken(world: World, subscription: Subscription, waiting: Waiting): boolean {
  if (waiting.isTaken) return true;
  const refusal = refusalOf(world, subscription, waiting);
  waiting.isTaken = refusal === undefined;
  if (!refusal) return true;
  subscription.waiting.splice(subscription.waiting.indexOf(waiting), 1);
  if (refusal === 'declined') subscription.figures.declined++;
  else deadLetter(world, subscription, waiting.event, refusal);
  if (refusal === 'incompatible') world.told.push('cast-failed');
  if (refusal === 'failed') world.told.push('callback-failed');
  return false;
}

/** Cast, stages of the page's own, match, dedupe, expire. */
function refusalOf(world: World, subscription: Subscription, waiting: Waiting): DeadLetterReason | 'declined' | undefined {
  const { plan } = subscription;
  const { flaw, key } = waiting.event;
  const version = versionFor(plan, waiting.event);
  if (version > waiting.event.version && flaw === 'cannot be cast') return 'incompatible';
  if (version !== waiting.event.version) {
    note(world, 'cast');
    waiting.event = { ...waiting.event, version };
  }
  if (flaw === 'is dropped on arrival') return 'dropped';
  if (flaw === 'is rejected on arrival') return 'rejected';
  if (plan.where === 'throws for c' && key === 'c') return 'failed';
  if (plan.where === 'not b' && key === 'b') {
    note(world, 'declined by where');
    return 'declined';
  }
  if (isRemembered(subscription, waiting.event)) {
    note(world, 'declined as a duplicate');
    return 'declined';
  }
  remember(subscription, waiting.event);
  return isExpired(world, waiting.event) ? 'expired' : undefined;
}

/** That of the receiver's own contract. Patterns bring none, so they are given what was emitted. */
function versionFor({ isNewer, target }: Plan, { type, version }: ModelEvent): number {
  if (typeof target === 'string' || type !== 'test:noted') return version;
  return isNewer ? 2 : 1;
}
