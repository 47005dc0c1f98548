import { emit, subscribe, unsubscribe } from '@nextcloud/event-bus';
import type { Contestant, Handle, Payload } from './contestant.ts';
import { nextcloudProfile } from './profiles.ts';
import { settledAtOnce } from './settled-at-once.ts';

const name = 'cart:item:added';

declare module '@nextcloud/event-bus' {
  interface NextcloudEvents {
    'cart:item:added': Payload;
  }
}

export const nextcloud: Contestant = {
  ...nextcloudProfile,
  open(subscribers, handle) {
    const handlers = Array.from({ length: subscribers }, (_each, subscriber) => listen(subscriber, handle));
    return {
      emit: (payload) => emit(name, payload),
      settled: settledAtOnce,
      close() {
        for (const handler of handlers) unsubscribe(name, handler);
      },
    };
  },
  async hearLate(payload, handle) {
    emit(name, payload);
    unsubscribe(name, listen(0, handle));
  },
};

function listen(subscriber: number, handle: Handle): (item: Payload) => void {
  const handler = (item: Payload) => handle(item, subscriber);
  subscribe(name, handler);
  return handler;
}
