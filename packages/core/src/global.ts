// `@busbar/core/global`: all that `@busbar/core` exports, taken from the copy that the page's script tag has loaded. A bundle
// whose bundler puts it in the place of `@busbar/core` has no copy of its own.
import type * as Core from './index.ts';
import { pageCopy } from './page-copy.ts';

export type * from './index.ts';
/** The class is a value as well, which hides its type. */
export type BusError<Code extends Core.BusErrorCode = Core.BusErrorCode> = Core.BusError<Code>;

export const {
  adopt,
  BusError,
  createBus,
  createHub,
  deadLetter,
  defineEvent,
  defineEvents,
  drop,
  hubEvents,
  isBusError,
  keepDeadLetters,
  reject,
  report,
  toCloudEvent,
  whenDisposed,
} = pageCopy();
