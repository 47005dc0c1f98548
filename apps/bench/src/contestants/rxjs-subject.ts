import { filter, type Observable, Subject } from 'rxjs';
import type { Contestant, Payload } from './contestant.ts';
import { rxjsSubjectProfile } from './profiles.ts';
import { settledAtOnce } from './settled-at-once.ts';

interface Message {
  readonly type: string;
  readonly payload: Payload;
}

/** One stream of everything, of which each subscriber takes what it wants. */
export const rxjsSubject: Contestant = {
  ...rxjsSubjectProfile,
  open(subscribers, handle) {
    const messages = new Subject<Message>();
    for (let subscriber = 0; subscriber < subscribers; subscriber++) {
      itemsIn(messages).subscribe(({ payload }) => handle(payload, subscriber));
    }
    return {
      emit: (payload) => messages.next({ type: 'itemAdded', payload }),
      settled: settledAtOnce,
      close: () => messages.complete(),
    };
  },
  async hearLate(payload, handle) {
    const messages = new Subject<Message>();
    messages.next({ type: 'itemAdded', payload });
    itemsIn(messages).subscribe((message) => handle(message.payload, 0));
  },
};

function itemsIn(messages: Observable<Message>): Observable<Message> {
  return messages.pipe(filter(({ type }) => type === 'itemAdded'));
}
