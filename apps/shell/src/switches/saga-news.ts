import type { Bus, BusEvent } from '@busbar/core';
import { sagaEvents } from '@busbar/patterns';
import { checkout, notifications } from 'contracts';
import { describeSaga } from '../trail/describe-saga.ts';

/** What happens from now on, and no event of an earlier page that is told again; each event, also one that repeats what another said. */
function fromNowOn() {
  const now = Date.now();
  return { where: ({ time }: BusEvent) => time >= now, dedupe: false } as const;
}

/** Says in words what becomes of the sagas of the page, from now on: where they fail, what they undo, and how they end. */
export function tellOfSagas(bus: Bus, say: (text: string) => void): void {
  const live = fromNowOn();
  bus.on(
    sagaEvents.stepFailed,
    ({ type, data }) => {
      const what = data.reason === 'timed-out' ? 'had no answer in time' : 'failed';
      const next = data.retryAt === undefined ? 'What was done before it is undone.' : 'It is tried again.';
      say(`${describeSaga(type, data)} ${what}: ${sentence(data.error.message)} ${next}`);
    },
    live,
  );
  bus.on(sagaEvents.stepUndone, ({ type, data }) => say(`${describeSaga(type, data)} is undone.`), live);
  bus.on(sagaEvents.completed, ({ type, data }) => say(`${describeSaga(type, data)} has done all its steps.`), live);
  bus.on(sagaEvents.undone, ({ type, data }) => say(`${describeSaga(type, data)} is undone, all of it.`), live);
}

/** Says how often the confirmation of an order is issued, and that the customer was told. */
export function tellOfConfirmations(bus: Bus, say: (text: string) => void): void {
  const live = fromNowOn();
  const issued = new Map<string, number>();
  bus.on(
    checkout.confirmationIssued,
    ({ data: { number } }) => {
      const times = (issued.get(number) ?? 0) + 1;
      issued.set(number, times);
      if (times > 1) say(`The confirmation of order ${number} was issued ${times} times.`);
    },
    live,
  );
  bus.on(notifications.confirmationSent, ({ data: { number } }) => say(`The customer was told of order ${number}.`), live);
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
