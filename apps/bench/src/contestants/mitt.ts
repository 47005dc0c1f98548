import mitt from 'mitt';
import type { Contestant, Payload } from './contestant.ts';
import { mittProfile } from './profiles.ts';
import { settledAtOnce } from './settled-at-once.ts';

type Events = { itemAdded: Payload };

export const mittEmitter: Contestant = {
  ...mittProfile,
  open(subscribers, handle) {
    const emitter = mitt<Events>();
    for (let subscriber = 0; subscriber < subscribers; subscriber++) {
      emitter.on('itemAdded', (item) => handle(item, subscriber));
    }
    return {
      emit: (payload) => emitter.emit('itemAdded', payload),
      settled: settledAtOnce,
      close: () => emitter.all.clear(),
    };
  },
  async hearLate(payload, handle) {
    const emitter = mitt<Events>();
    emitter.emit('itemAdded', payload);
    emitter.on('itemAdded', (item) => handle(item, 0));
  },
};
