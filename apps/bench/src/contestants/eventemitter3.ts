import EventEmitter from 'eventemitter3';
import type { Contestant, Payload } from './contestant.ts';
import { eventEmitter3Profile } from './profiles.ts';
import { settledAtOnce } from './settled-at-once.ts';

interface Events {
  itemAdded(item: Payload): void;
}

export const eventEmitter3: Contestant = {
  ...eventEmitter3Profile,
  open(subscribers, handle) {
    const emitter = new EventEmitter<Events>();
    for (let subscriber = 0; subscriber < subscribers; subscriber++) {
      emitter.on('itemAdded', (item) => handle(item, subscriber));
    }
    return {
      emit: (payload) => emitter.emit('itemAdded', payload),
      settled: settledAtOnce,
      close: () => emitter.removeAllListeners(),
    };
  },
  async hearLate(payload, handle) {
    const emitter = new EventEmitter<Events>();
    emitter.emit('itemAdded', payload);
    emitter.on('itemAdded', (item) => handle(item, 0));
  },
};
