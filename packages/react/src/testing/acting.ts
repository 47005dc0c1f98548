import * as React from 'react';
import { flushSync } from 'react-dom';

/** Does something to the page and waits until React has rendered it and run its effects. */
export async function acting(work: () => void): Promise<void> {
  // React built for production has no `act`.
  if (!React.act) return flushSync(work);
  const environment = globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean | undefined };
  const before = environment.IS_REACT_ACT_ENVIRONMENT;
  environment.IS_REACT_ACT_ENVIRONMENT = true;
  try {
    await React.act(async () => work());
  } finally {
    environment.IS_REACT_ACT_ENVIRONMENT = before;
  }
}
