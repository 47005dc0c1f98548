import type {} from '@busbar/core';

declare module '@busbar/core' {
  interface PackageErrorDetails {
    /** An action of the store did not become an event. The cause says why. */
    'action-not-emitted': { message: string; action: string; type: string; source: string };
    /** Something was used that belongs to a slice of the store that is gone. */
    'slice-used': { message: string; slice: string; use: 'dispatch' | 'read'; what: string; stack: string };
  }
}
