import { type Bus, whenDisposed } from '@busbar/core';

/** Calls `act` whenever the page comes into sight again, as when somebody goes back to its tab. Ends with the bus. */
export function whenShownAgain(bus: Bus, act: () => void): void {
  const look = (): void => {
    if (document.visibilityState === 'visible') act();
  };
  document.addEventListener('visibilitychange', look);
  whenDisposed(bus, () => document.removeEventListener('visibilitychange', look));
}
