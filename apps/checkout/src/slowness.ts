import type { BusEvent, EventOf, Handler } from '@busbar/core';
import type { shell } from 'contracts';

/** What "slow" means, in milliseconds. */
const delay = 2_000;

/** The fault that the page can switch on: what checkout shows takes its time. What it keeps does not, see `keepOrders`. */
export interface Slowness {
  /** Give it `shell:faultSwitched`. */
  hear(event: EventOf<typeof shell.faultSwitched>): void;
  /** A handler that first waits for two seconds while the fault is on, and runs at once while it is not. */
  slowly<Event extends BusEvent>(handle: (event: Event) => void): Handler<Event>;
}

/** Makes the switch, off to begin with. `onWaiting` hears `true` when the first handler starts to wait, `false` when none does any more. */
export function createSlowness(onWaiting: (waiting: boolean) => void = () => {}): Slowness {
  let on = false;
  let waiting = 0;
  return {
    hear({ data }) {
      if (data.fault === 'checkout-slow') on = data.on;
    },
    slowly:
      (handle) =>
      (event, { signal }) => {
        if (!on) return handle(event);
        if (waiting++ === 0) onWaiting(true);
        return pause(signal).then(() => {
          if (--waiting === 0) onWaiting(false);
          if (!signal.aborted) handle(event);
        });
      },
  };
}

/** Waits, but no longer than the subscription lives. */
function pause(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(end, delay);
    signal.addEventListener('abort', end);
    function end(): void {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    }
  });
}
