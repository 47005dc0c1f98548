import * as React from 'react';
import { flushSync } from 'react-dom';

const environment = globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean | undefined; readonly setImmediate?: object };

/** Does something to the page and waits until React has rendered it and run its effects. */
export async function acting(work: () => void): Promise<void> {
  // React built for production has no `act`.
  if (!React.act) return flushSync(work);
  const before = environment.IS_REACT_ACT_ENVIRONMENT;
  environment.IS_REACT_ACT_ENVIRONMENT = true;
  try {
    // Whoever waits for `act` waits for a task in Node, which never comes while timers are fake.
    if ('clock' in (environment.setImmediate ?? {})) React.act(work);
    else await React.act(async () => work());
  } finally {
    environment.IS_REACT_ACT_ENVIRONMENT = before;
  }
}

/**
 * Lets React render on its own from now on, as on a page: a bus delivers after the call that emitted, so there is no call
 * that a test could wrap in `act`, which React misses where a test library has asked it to. Returns what undoes it.
 */
export function renderAsOnPage(): () => void {
  const before = environment.IS_REACT_ACT_ENVIRONMENT;
  environment.IS_REACT_ACT_ENVIRONMENT = false;
  return () => {
    environment.IS_REACT_ACT_ENVIRONMENT = before;
  };
}
