import { describeCall } from './describe.test.fixture.ts';
import { abort, declineRunning } from './model-abandon.test.fixture.ts';
import { deadLetter, decline } from './model-dead-letters.test.fixture.ts';
import { retryDelay } from './model-retry.test.fixture.ts';
import { isTaken } from './model-stages.test.fixture.ts';
import type { Answer } from './program.test.fixture.ts';
import {
  type Call,
  isExpired,
  later,
  note,
  raceFor,
  type Subscription,
  type Waiting,
  type Work,
  type World,
} from './world.test.fixture.ts';

/** `overlap` says what becomes of an event while the handler is busy: with another one, or waiting for its next try. */
export function admit(world: World, subscription: Subscription, waiting: Waiting): void {
  const { running, plan } = subscription;
  const { overlap = 'queue' } = plan;
  const isBusy = running.length > 0 || subscription.waiting.some(({ place }) => place === 'behind the handler');
  if (isBusy && overlap === 'queue') {
    waiting.place = 'behind the handler';
    note(world, 'waited behind a busy handler');
  } else if (isBusy && overlap === 'drop') {
    note(world, 'declined while busy');
    decline(subscription, waiting);
  } else {
    if (overlap === 'switch') for (const older of [...running]) declineRunning(world, older);
    if (isBusy && overlap === 'parallel') note(world, 'handled in parallel');
    begin(world, subscription, waiting);
  }
}

function begin(world: World, subscription: Subscription, waiting: Waiting): void {
  const { event } = waiting;
  const work: Work = { subscription, event, attempts: 0, firstFailure: undefined, isOver: false, call: undefined };
  subscription.waiting.splice(subscription.waiting.indexOf(waiting), 1);
  subscription.running.push(work);
  attempt(world, work);
}

const nothing: Answer = { takes: 'no time' };

/** One try, unless the event's time to live has passed. */
export function attempt(world: World, work: Work): void {
  const { subscription, event } = work;
  const { plan } = subscription;
  if (isExpired(world, event)) return giveUp(world, work, 'expired');
  const answer = plan.answers[subscription.calls++] ?? nothing;
  const call: Call = {
    work,
    answer,
    hasAnswered: typeof answer.takes !== 'number' && answer.takes !== 'for ever',
    hasGivenIn: false,
    isSettled: false,
  };
  work.call = call;
  if (answer.takes !== 'refused') handle(world, work, answer);
  if (typeof answer.takes === 'number') later(world, answer.takes, { what: 'handler is done', call });
  else if (isDoneAtOnce(call)) return finish(world, call);
  else if (answer.takes !== 'for ever') world.settled.push(call);
  if (plan.timeout !== undefined) later(world, plan.timeout, { what: 'time is out', call });
}

/** What the handler does at once; what it emits has the event for its cause. */
function handle(world: World, work: Work, { act }: Answer): void {
  const { subscription, event } = work;
  raceFor(world, 'a call');
  note(world, `called by delivery: ${subscription.plan.delivery ?? 'microtask'}`);
  world.lines.push(describeCall(subscription.number, event, ++work.attempts));
  const outer = world.handling;
  world.handling = event;
  if (act) world.act(world, act);
  world.handling = outer;
}

/** The handler has settled, or the policy has refused it. A breaker learns of failures though nobody waits for them. */
export function finish(world: World, call: Call): void {
  const { work, answer } = call;
  const { subscription, isOver } = work;
  const isRefused = answer.takes === 'refused';
  if (call.hasGivenIn) return;
  if (answer.fails && !isRefused && subscription.plan.policy === 'breaker') subscription.isBreakerOpen = true;
  if (call.isSettled) return;
  call.isSettled = true;
  if (isRefused && !isOver) giveUp(world, work, 'refused');
  else if (isOver) finishAbandoned(world, call);
  else if (answer.fails) fail(world, work);
  else {
    countDelivered(world, work);
    conclude(world, work);
  }
}

/** A policy answers with a promise, whatever the handler does. */
function isDoneAtOnce({ work, answer }: Call): boolean {
  return answer.takes === 'no time' && !work.subscription.plan.policy;
}

/** Nobody waits for the outcome any more, but an error is an error, and what was done before the end is done. */
function finishAbandoned(world: World, call: Call): void {
  const { work, answer } = call;
  if (answer.fails && answer.takes !== 'refused') world.told.push('handler-failed');
  if (answer.fails || !isDoneAtOnce(call) || !work.subscription.hasEnded) return;
  work.subscription.abandoned--;
  countDelivered(world, work);
}

function countDelivered(world: World, { subscription }: Work): void {
  subscription.figures.delivered++;
  world.figures.delivered++;
  note(world, subscription.as === 'profile' || subscription.as === 'badge' ? 'delivered by the second copy' : 'delivered');
}

/** The try has taken longer than `timeout`. The handler's signal aborts; where it goes on, nobody listens. */
export function timeOut(world: World, call: Call): void {
  if (call.isSettled || call.work.isOver) return;
  note(world, 'timed out');
  call.isSettled = true;
  abort(call);
  fail(world, call.work);
}

/** A try has failed: there may be another one, later, and meanwhile the handler counts as busy. Behind an open breaker there is none. */
function fail(world: World, work: Work): void {
  const { figures, plan, isBreakerOpen } = work.subscription;
  figures.failed++;
  work.firstFailure ??= world.now + world.clockIsOff;
  if (isBreakerOpen && plan.retry) note(world, 'not retried behind an open breaker');
  const delay = isBreakerOpen ? undefined : retryDelay(world, plan.retry ?? 0, work.attempts);
  if (delay === undefined) return giveUp(world, work, 'failed');
  figures.retried++;
  note(world, 'retried');
  raceFor(world, 'a retry');
  later(world, delay, { what: 'next try', work });
}

function giveUp(world: World, work: Work, reason: 'failed' | 'refused' | 'expired'): void {
  const { subscription, event, attempts } = work;
  const firstTime = work.firstFailure ?? world.now + world.clockIsOff;
  deadLetter(world, subscription, event, reason, { attempts, firstTime });
  if (reason === 'failed') world.told.push('handler-failed');
  conclude(world, work);
}

/** The outcome is known: the handler is free. Where a promise was involved, what waits behind it begins a little later. */
function conclude(world: World, work: Work): void {
  const { running } = work.subscription;
  running.splice(running.indexOf(work), 1);
  work.isOver = true;
  if (!work.call || (isDoneAtOnce(work.call) && work.attempts === 1)) goOn(world, work.subscription);
  else world.settled.push(work);
}

/** What waits behind the handler begins, in order. */
export function goOn(world: World, subscription: Subscription): void {
  const { running, waiting } = subscription;
  while (running.length === 0) {
    const next = waiting.find(({ place }) => place === 'behind the handler');
    if (!next) return;
    if (isTaken(world, subscription, next)) begin(world, subscription, next);
  }
}
