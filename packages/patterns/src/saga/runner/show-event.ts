import { adopt, type BusError, type BusEvent, report } from '@busbar/core';
import { type SagaEvent, sagaEvents } from '../state/saga-events.ts';
import type { SagaWork } from './saga-work.ts';

/**
 * Shows the page an event that the store has, unless the page has seen it already; `undefined` then. An event that the page
 * refuses is reported and stops nothing.
 */
export function showEvent({ bus, shown }: SagaWork, event: SagaEvent): BusEvent | undefined {
  try {
    const published = adopt(bus, event);
    if (published?.type === sagaEvents.undoFailed.type) shown.add(published.id);
    return published;
  } catch (error) {
    report(bus, error as BusError);
    return undefined;
  }
}
