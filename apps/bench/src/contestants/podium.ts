import { MessageBus, type MessageHandler } from '@podium/browser';
import type { Contestant, Handle, Payload } from './contestant.ts';
import { podiumProfile } from './profiles.ts';
import { settledAtOnce } from './settled-at-once.ts';

export const podium: Contestant = {
  ...podiumProfile,
  open(subscribers, handle) {
    const bus = new MessageBus();
    const listeners = Array.from({ length: subscribers }, (_each, subscriber) => subscribe(bus, subscriber, handle));
    return {
      emit: (payload) => bus.publish('cart', 'itemAdded', payload),
      settled: settledAtOnce,
      close() {
        for (const listener of listeners) bus.unsubscribe('cart', 'itemAdded', listener);
      },
    };
  },
  async hearLate(payload, handle) {
    const bus = new MessageBus();
    bus.publish('cart', 'itemAdded', payload);
    const former = bus.peek<Payload>('cart', 'itemAdded');
    handle(former.payload, 0);
  },
};

function subscribe(bus: MessageBus, subscriber: number, handle: Handle): MessageHandler<Payload> {
  const listener: MessageHandler<Payload> = ({ payload }) => handle(payload, subscriber);
  bus.subscribe('cart', 'itemAdded', listener);
  return listener;
}
