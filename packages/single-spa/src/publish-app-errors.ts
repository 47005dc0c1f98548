import type { Bus } from '@busbar/core';
import { routing } from './routing-events.ts';

/** What single-spa hands to its error handlers. */
interface AppError {
  readonly message: string;
  readonly appOrParcelName?: string;
}

/**
 * Makes an error handler for single-spa that puts each failure on the bus as `routing:appFailed`.
 *
 * With the first error handler single-spa stops reporting errors to the page: add one of your own that logs them.
 *
 * @example
 * addErrorHandler(publishAppErrors(bus));
 * addErrorHandler(console.error);
 */
export function publishAppErrors(bus: Bus): (error: AppError) => void {
  return ({ appOrParcelName = '', message }) => {
    if (!bus.disposed) bus.emit(routing.appFailed, { name: appOrParcelName, message });
  };
}
