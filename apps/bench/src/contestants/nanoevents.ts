import { createNanoEvents } from 'nanoevents';
import type { Contestant, Payload } from './contestant.ts';
import { nanoEventsProfile } from './profiles.ts';
import { settledAtOnce } from './settled-at-once.ts';

interface Events {
  itemAdded(item: Payload): void;
}

export const nanoEvents: Contestant = {
  ...nanoEventsProfile,
  open(subscribers, handle) {
    const emitter = createNanoEvents<Events>();
    for (let subscriber = 0; subscriber < subscribers; subscriber++) {
      emitter.on('itemAdded', (item) => handle(item, subscriber));
    }
    return {
      emit: (payload) => emitter.emit('itemAdded', payload),
      settled: settledAtOnce,
      close() {
        emitter.events = {};
      },
    };
  },
  async hearLate(payload, handle) {
    const emitter = createNanoEvents<Events>();
    emitter.emit('itemAdded', payload);
    emitter.on('itemAdded', (item) => handle(item, 0));
  },
};
