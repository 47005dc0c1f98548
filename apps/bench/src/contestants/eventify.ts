import { createEmitter, setDefaultSchemaValidator } from 'eventify';
import type { Contestant } from './contestant.ts';
import { itemSchema } from './item-schema.ts';
import { eventifyProfile } from './profiles.ts';
import { settledAtOnce } from './settled-at-once.ts';

const options = { schemas: { itemAdded: itemSchema }, validate: setDefaultSchemaValidator };

export const eventify: Contestant = {
  ...eventifyProfile,
  open(subscribers, handle) {
    const emitter = createEmitter(options);
    for (let subscriber = 0; subscriber < subscribers; subscriber++) {
      emitter.on('itemAdded', (item) => handle(item, subscriber));
    }
    return {
      emit: (payload) => emitter.emit('itemAdded', payload),
      settled: settledAtOnce,
      close: () => emitter.off(),
    };
  },
  async hearLate(payload, handle) {
    const emitter = createEmitter(options);
    emitter.emit('itemAdded', payload);
    emitter.on('itemAdded', (item) => handle(item, 0));
  },
};
