import type { Contestant, Handle, Payload } from './contestant.ts';
import { customEventProfile } from './profiles.ts';
import { settledAtOnce } from './settled-at-once.ts';

const type = 'cart:item-added';

/** What pages do that have no bus: events on `window`, and a native listener a subscriber. */
export const customEvent: Contestant = {
  ...customEventProfile,
  open(subscribers, handle) {
    const listeners = Array.from({ length: subscribers }, (_each, subscriber) => listen(subscriber, handle));
    return {
      emit: (payload) => window.dispatchEvent(new CustomEvent(type, { detail: payload })),
      settled: settledAtOnce,
      close() {
        for (const listener of listeners) window.removeEventListener(type, listener);
      },
    };
  },
  async hearLate(payload, handle) {
    window.dispatchEvent(new CustomEvent(type, { detail: payload }));
    window.removeEventListener(type, listen(0, handle));
  },
};

function listen(subscriber: number, handle: Handle): (event: Event) => void {
  const listener = (event: Event) => handle((event as CustomEvent<Payload>).detail, subscriber);
  window.addEventListener(type, listener);
  return listener;
}
