import { getChannel } from 'postal';
import type { Contestant, Payload } from './contestant.ts';
import { postalProfile } from './profiles.ts';
import { settledAtOnce } from './settled-at-once.ts';

type Topics = { 'item.added': Payload };

export const postal: Contestant = {
  ...postalProfile,
  open(subscribers, handle) {
    const cart = getChannel<Topics>('cart');
    for (let subscriber = 0; subscriber < subscribers; subscriber++) {
      cart.subscribe('item.added', ({ payload }) => handle(payload, subscriber));
    }
    return {
      emit: (payload) => cart.publish('item.added', payload),
      settled: settledAtOnce,
      close: () => cart.dispose(),
    };
  },
  async hearLate(payload, handle) {
    const cart = getChannel<Topics>('cart');
    cart.publish('item.added', payload);
    cart.subscribe('item.added', (envelope) => handle(envelope.payload, 0));
    cart.dispose();
  },
};
