import type { DeadLetterReason } from '../hub/dead-letters.ts';
import { forget } from './model-memory.test.fixture.ts';
import {
  type Letter,
  type ModelEvent,
  note,
  raceFor,
  type Subscription,
  type Waiting,
  type World,
} from './world.test.fixture.ts';

/** What could not be delivered is kept; past the bound the oldest letter goes. What fails again has one letter still. */
export function bury(world: World, reason: DeadLetterReason, event: ModelEvent, told: Partial<Letter> = {}): void {
  const { letters, figures, program } = world;
  const lastTime = world.now + world.clockIsOff;
  const again = letters.findIndex(({ number }) => number === event.letter);
  if (again >= 0) letters.splice(again, 1);
  const number = ++figures.deadLetters;
  letters.push({ subscription: undefined, attempts: 0, firstTime: lastTime, ...told, number, reason, event, lastTime });
  if (letters.length > program.limits.deadLetters) {
    letters.shift();
    note(world, 'let go of by a full box');
  }
  note(world, `dead: ${reason}`);
  raceFor(world, 'a letter');
}

/** One subscription missed an event. */
export function deadLetter(
  world: World,
  subscription: Subscription,
  event: ModelEvent,
  reason: DeadLetterReason,
  told: Partial<Letter> = {},
): void {
  subscription.figures.dead++;
  forget(subscription, event);
  bury(world, reason, event, { ...told, subscription });
}

/** The subscription does not take what waits, as it asked to. Another event of the same key is welcome. */
export function decline(subscription: Subscription, waiting: Waiting): void {
  subscription.waiting.splice(subscription.waiting.indexOf(waiting), 1);
  letGoOf(subscription, waiting);
}

/** The same where another event takes the place. */
export function letGoOf(subscription: Subscription, { event, isTaken }: Waiting): void {
  subscription.figures.declined++;
  if (isTaken) forget(subscription, event);
}
