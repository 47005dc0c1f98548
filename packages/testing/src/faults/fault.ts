import type { BusEvent } from '@busbar/core';

/** Something that goes wrong with the events of one name. */
export interface Fault {
  readonly type: string;
  /** Takes an event on its way; delivers it as often as it likes. */
  carry(event: BusEvent, deliver: (event: BusEvent) => void): void;
  /** Lets go of what it holds. */
  end(): void;
}
