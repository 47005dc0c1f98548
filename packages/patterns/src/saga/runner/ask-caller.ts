import { type Bus, report } from '@busbar/core';

/** What a function of the caller answers. One that throws is told to `onError`, and something else is taken for its answer. */
export function askCaller<Answer>(bus: Bus, ask: () => Answer, otherwise: Answer): Answer {
  try {
    return ask();
  } catch (error) {
    report(bus, error);
    return otherwise;
  }
}
