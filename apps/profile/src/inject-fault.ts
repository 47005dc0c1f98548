import { type Signal, signal } from '@angular/core';
import { injectEvent } from '@busbar/angular';
import { shell } from 'contracts';

/** Whether somebody switched the profile's fault on. Call it before other subscriptions, so that it knows before they do. */
export function injectFault(): Signal<boolean> {
  const on = signal(false);
  injectEvent(shell.faultSwitched, ({ data }) => {
    if (data.fault === 'profile-throws') on.set(data.on);
  });
  return on.asReadonly();
}
