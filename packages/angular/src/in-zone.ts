import { NgZone, untracked } from '@angular/core';
import type { Handler } from '@busbar/core';

/**
 * Lets a handler run as a listener of a template does: in the zone of its application where there is zone.js, whoever
 * emits, so that all it changes is shown; and without a reactive context, which a synchronous emit may be in.
 */
export function inZone(zone: NgZone, handler: Handler): Handler {
  return (event, context) =>
    untracked(() =>
      zone.run(() => {
        // Change detection waits for what is pending: one for all the events that are handled in one go.
        if (NgZone.isInAngularZone()) queueMicrotask(() => {});
        return handler(event, context);
      }),
    );
}
