import type { Recorded } from './recorded.ts';

/** Keeps what was seen until it is told. */
export interface Outbox {
  add(recorded: Recorded): void;
  /** Tells all of it now. */
  flush(): void;
  /** From now on tells at once what comes, since the page may run no further task. */
  hurry(isLeaving: boolean): void;
}

/** How much is kept untold. */
const bound = 10_000;
/** How much goes into one message, and one message into a task. */
const batch = 200;
/** How many messages a second go at once; further ones wait for each other. */
const perSecond = 50;
/** How long further ones wait, in milliseconds. */
const pause = 100;

// Tests put a clock of their own in the place of these.
const { setTimeout } = globalThis;
const now = performance.now.bind(performance);

/**
 * Tells what was seen in a task of its own, so that no handler waits for it.
 *
 * @param send is given what was seen, oldest first, and how much before that was let go of
 */
export function createOutbox(send: (recorded: Recorded[], leftOut: number) => void): Outbox {
  const pending: Recorded[] = [];
  let leftOut = 0;
  let isAsked = false;
  let isLeaving = false;
  const allow = createAllowance();
  const { port1, port2 } = new MessageChannel();

  const tell = (): void => {
    const told = pending.splice(0, batch);
    const before = leftOut;
    leftOut = 0;
    if (told.length > 0) send(told, before);
  };
  const flush = (): void => {
    while (pending.length > 0) tell();
  };
  const takeTurn = (): void => {
    isAsked = false;
    tell();
    if (pending.length > 0) ask();
  };
  port1.onmessage = takeTurn;

  /** Of events and letters, which alone are many. */
  function letGo(): void {
    const kept = pending.splice(0, batch).filter((one) => !('event' in one || 'letter' in one));
    leftOut += batch - kept.length;
    pending.unshift(...kept);
  }

  function ask(): void {
    isAsked = true;
    if (allow()) port2.postMessage(0);
    else setTimeout(takeTurn, pause);
  }

  return {
    add(recorded) {
      pending.push(recorded);
      if (pending.length > bound) letGo();
      if (isLeaving) flush();
      else if (!isAsked) ask();
    },
    flush,
    hurry(leaving) {
      isLeaving = leaving;
      flush();
    },
  };
}

/** Answers whether there is one more in this second. */
function createAllowance(): () => boolean {
  let begun = 0;
  let spent = 0;
  return () => {
    if (now() - begun > 1_000) {
      begun = now();
      spent = 0;
    }
    return spent++ < perSecond;
  };
}
