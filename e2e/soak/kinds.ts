import type { BusEvent, HandlerContext, Policy, SubscribeOptions } from '@busbar/core';
import type { Item, ItemName } from './item-contracts.ts';

/** One way to subscribe: to what, how, and what the handler does. */
export interface Kind {
  /** Event names within their domain, or every event of it. */
  readonly to: readonly ItemName[] | 'all';
  readonly options?: SubscribeOptions;
  /** Never comes to an end with what waits. */
  readonly hangs?: true;
  handle?(event: BusEvent<Item>, context: HandlerContext): unknown;
}

const numberOf = ({ data }: BusEvent): number => (data as Item).number;

/** Good handlers and bad ones, each under a name of its own. */
export const kinds: Readonly<Record<string, Kind>> = {
  quick: { to: ['moved'] },
  several: { to: ['moved', 'placed', 'counted'] },
  pattern: { to: 'all', options: { replay: false } },
  synchronous: { to: ['placed'], options: { delivery: 'sync' } },
  inTasks: { to: ['moved'], options: { delivery: 'task', maxQueue: 200 } },
  inFrames: { to: ['moved'], options: { delivery: 'frame', maxQueue: 200 } },
  inIdleTimes: { to: ['moved'], options: { delivery: 'idle', maxQueue: 200 } },
  slow: { to: ['moved'], options: { maxQueue: 50 }, handle: () => pause(5) },
  oldestGo: { to: ['moved'], options: { maxQueue: 20, overflow: 'drop-oldest' }, handle: () => pause(10) },
  newestOfKeyStay: { to: ['placed'], options: { maxQueue: 20, overflow: 'latest-by-key' }, handle: () => pause(10) },
  hanging: { to: ['counted'], options: { maxQueue: 20 }, hangs: true, handle: () => new Promise(() => {}) },
  timedOut: { to: ['counted'], options: { maxQueue: 20, timeout: 10 }, handle: () => new Promise(() => {}) },
  throwing: { to: ['moved'], handle: (event) => failOn(numberOf(event) % 50 === 0) },
  rejecting: { to: ['moved'], options: { maxQueue: 200 }, handle: async (event) => failOn(numberOf(event) % 50 === 0) },
  tryingAgain: {
    to: ['moved'],
    options: { maxQueue: 100, retry: { attempts: 1, delay: 5 } },
    handle: (event, { attempt }) => failOn(numberOf(event) % 50 === 0 && attempt === 1),
  },
  blocking: { to: ['placed'], handle: () => block(0.05) },
  switching: { to: ['moved'], options: { overlap: 'switch' }, handle: () => pause(2) },
  dropping: { to: ['moved'], options: { overlap: 'drop' }, handle: () => pause(2) },
  parallel: { to: ['checked'], options: { overlap: 'parallel' }, handle: () => pause(2) },
  expiring: { to: ['checked'], options: { maxQueue: 100 }, handle: () => pause(5) },
  picky: { to: ['moved'], options: { where: (event) => numberOf(event) % 2 === 0 || failOn(numberOf(event) % 97 === 0) } },
  refused: { to: ['counted'], options: { policy: { execute: refuseOneInTwo } } },
  remembering: { to: ['moved'], options: { dedupe: 100 } },
  flooded: { to: ['spilled'], options: { maxQueue: 1_000 } },
  weighing: { to: ['weighed'] },
};

async function refuseOneInTwo(...[run, signal]: Parameters<Policy['execute']>): Promise<unknown> {
  failOn(Math.random() < 0.5);
  return run({ signal: signal! });
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

function block(milliseconds: number): void {
  for (const end = performance.now() + milliseconds; performance.now() < end; );
}

function failOn(isBad: boolean): false {
  if (isBad) throw new Error('meant to fail');
  return false;
}
