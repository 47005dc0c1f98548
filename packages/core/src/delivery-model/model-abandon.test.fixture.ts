import { forget } from './model-memory.test.fixture.ts';
import { type Call, note, type Work, type World } from './world.test.fixture.ts';

/** A newer event is handled instead, as the subscription asked to. */
export function declineRunning(world: World, work: Work): void {
  const { subscription, event } = work;
  letGo(work);
  subscription.figures.declined++;
  forget(subscription, event);
  note(world, 'abandoned for a newer event');
}

/** Nobody waits for it any more; its signal aborts. */
export function letGo(work: Work): void {
  const { running } = work.subscription;
  running.splice(running.indexOf(work), 1);
  work.isOver = true;
  if (work.call) abort(work.call);
}

/** Who obeys gives in, unless the answer has been given. */
export function abort(call: Call): void {
  if (call.answer.obeys && !call.hasAnswered) call.hasGivenIn = true;
}
