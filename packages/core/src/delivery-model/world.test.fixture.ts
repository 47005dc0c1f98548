import type { DeadLetterReason } from '../hub/dead-letters.ts';
import type { ActorName, EventType } from './page.test.fixture.ts';
import type { Action, Answer, Flaw, Key, Plan, Program } from './program.test.fixture.ts';
import type { Rule } from './rules.test.fixture.ts';

/** Everything that the model knows. Time is a number, what waits is in lists, and what is due is a list as well. */
export interface World {
  readonly program: Program;
  /** What handlers do. */
  readonly act: (world: World, action: Action) => void;
  /** Milliseconds since the beginning. */
  now: number;
  /** By how much the wall clock was put forward or back. */
  clockIsOff: number;
  sequence: number;
  emissions: number;
  readonly mounted: Set<ActorName>;
  readonly subscriptions: Subscription[];
  /** What `emit` returned, and those of it that late subscribers are given. */
  readonly returned: ModelEvent[];
  readonly retained: Map<EventType, ModelEvent[]>;
  /** Who is to be given what, first in first out: for all of the page, and for those who are given it while `emit` runs. */
  readonly turns: Turn[];
  readonly synchronousTurns: Turn[];
  isTakingSynchronousTurns: boolean;
  /** The same for those who wait for a task, a frame or idle time. */
  readonly lanes: Map<string, Lane>;
  /** Calls that have answered by a promise, and work that has ended with one; they go on in this order. */
  readonly settled: (Call | Work)[];
  /** What happens later, unsorted. */
  readonly due: Due[];
  dueSoFar: number;
  /** The event whose handler runs. */
  handling: ModelEvent | undefined;
  /** Other handlers are done in the same moment as the one that goes on now, none of them with a policy, or some. */
  race: 'none' | 'of alike' | 'of unlike';
  /** Something has happened whose order nobody promises. */
  isUnspecified: boolean;
  /** What is left of the rate of an event name and source. */
  readonly buckets: Map<string, { readonly credit: number; readonly at: number }>;
  /** The numbers of events that were adopted. */
  readonly adopted: Set<number>;
  readonly letters: Letter[];
  /** Which events were sent again, to whom. */
  readonly sent: string[];
  readonly figures: { emitted: number; delivered: number; deadLetters: number; unheard: number };
  /** What was seen since the last look: handler calls and results in order, and what `onError` was told in any. */
  lines: string[];
  told: string[];
  /** How often each rule has been at work. */
  readonly tally: Map<Rule, number>;
}

export interface ModelEvent {
  /** Which emission it is, from 1 on. */
  readonly number: number;
  readonly type: EventType;
  readonly source: string;
  readonly key: Key;
  readonly flaw?: Flaw | undefined;
  readonly subject?: string | undefined;
  readonly idempotencykey?: string | undefined;
  readonly version: number;
  readonly sequence: number;
  readonly hops: number;
  /** The number of the event that it answers. */
  readonly cause?: number | undefined;
  /** The moment from which on nobody is given it. */
  readonly expires?: number | undefined;
  readonly isReplayed?: boolean;
  /** The letter that it was redriven from. */
  readonly letter?: number | undefined;
}

export interface Subscription {
  readonly number: number;
  readonly as: ActorName;
  readonly plan: Plan;
  /** The sequence of the newest event when it began. */
  readonly since: number;
  hasEnded: boolean;
  /** In the order in which they are to be handled. */
  readonly waiting: Waiting[];
  readonly running: Work[];
  calls: number;
  /** Its policy says so. */
  isBreakerOpen: boolean;
  /** Idempotency keys, the oldest first. */
  readonly remembered: string[];
  readonly figures: { delivered: number; failed: number; retried: number; dead: number; declined: number };
  /** The law: `offered` is delivered, dead, declined, waiting, running and abandoned together. */
  offered: number;
  abandoned: number;
}

export interface Waiting {
  event: ModelEvent;
  /** For its turn on the page, for a task, a frame or idle time, or behind a busy handler. */
  place: 'in the queue' | 'in a lane' | 'behind the handler';
  /** It was cast, matched, deduplicated and found alive. */
  isTaken: boolean;
  /** When it was offered. */
  since: number;
}

export interface Turn {
  readonly subscription: Subscription;
  readonly waiting: Waiting;
}

/** What waits for the same kind of moment. */
export interface Lane {
  readonly delivery: 'task' | 'frame' | 'idle';
  readonly priority: NonNullable<Plan['priority']> | 'user-visible';
  readonly turns: Turn[];
}

/** One event on its way through one handler. */
export interface Work {
  readonly subscription: Subscription;
  readonly event: ModelEvent;
  attempts: number;
  firstFailure: number | undefined;
  isOver: boolean;
  call: Call | undefined;
}

/** One try. The handler may go on though nobody waits for it any more. */
export interface Call {
  readonly work: Work;
  readonly answer: Answer;
  /** Before the bus has taken note of it. */
  hasAnswered: boolean;
  /** Its signal was aborted before it had answered. */
  hasGivenIn: boolean;
  /** Its outcome is known, or too late. */
  isSettled: boolean;
}

/** Sorted by `at`, then `rank` (urgent tasks first, idle time last), then the order in which they were asked for. */
export type Due = { readonly at: number; readonly rank: number; readonly order: number } & Happening;
export type Happening =
  | { readonly what: 'handler is done'; readonly call: Call }
  | { readonly what: 'time is out'; readonly call: Call }
  | { readonly what: 'next try'; readonly work: Work }
  | { readonly what: 'turns of a lane'; readonly lane: Lane };

export interface Letter {
  readonly number: number;
  readonly reason: DeadLetterReason;
  readonly event: ModelEvent;
  readonly subscription: Subscription | undefined;
  readonly attempts: number;
  readonly firstTime: number;
  readonly lastTime: number;
}

/** Of several handlers that are done in the same moment nobody promises which one goes on first, except that those alike do so in order until one of them acts. */
export function raceFor(world: World, what: 'a call' | 'a letter' | 'a retry' | 'an action'): void {
  if (world.race === 'of unlike' || (world.race === 'of alike' && what === 'an action')) world.isUnspecified = true;
}

/** Counts how often a rule has been at work. */
export function note(world: World, rule: Rule): void {
  world.tally.set(rule, (world.tally.get(rule) ?? 0) + 1);
}

/** Writes down that something is to happen in so many milliseconds. */
export function later(world: World, ms: number, happening: Happening, rank = 1): void {
  world.due.push({ at: world.now + ms, rank, order: ++world.dueSoFar, ...happening });
}

/** From the moment on when its time to live has passed. */
export function isExpired({ now }: World, { expires = Number.POSITIVE_INFINITY }: ModelEvent): boolean {
  return expires <= now;
}
