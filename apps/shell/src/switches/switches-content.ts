import { type Bus, hubEvents } from '@busbar/core';
import { describeDeadLetter } from '../dead-letters/describe-dead-letter.ts';
import { element } from '../dom/element.ts';
import { formatDuration } from '../subscriptions/format-duration.ts';
import { checkoutQueue } from './checkout-queue.ts';
import { type Fault, faultSwitch } from './fault-switch.ts';
import { happenings } from './happenings.ts';
import { olderCore } from './older-core.ts';
import { plainEvents } from './plain-events.ts';
import './switches.css';

const faults: readonly Fault[] = [
  {
    fault: 'profile-throws',
    label: 'Profile throws',
    hint: 'Every handler of profile fails.',
    on: 'Profile now throws at whatever it hears. Cart, checkout and products go on.',
    off: 'Profile is well again. What it missed waits among the dead letters, to be redriven.',
  },
  {
    fault: 'checkout-slow',
    label: 'Checkout is slow',
    hint: 'Its page takes two seconds for each event. What it keeps of orders is not delayed.',
    on: 'Checkout now takes two seconds for each event. The cart answers as fast as before.',
    off: 'Checkout is as fast as ever.',
  },
];

/** The panel that makes things go wrong on purpose, and says what came of it. */
export function switchesContent(bus: Bus): HTMLElement {
  const { element: status, say } = happenings();
  bus.deadLetters.subscribe((letter) => say(describeDeadLetter(letter)));
  bus.on(hubEvents.lagging, ({ data: { subscriber, waited, queueDepth } }) => {
    say(`${subscriber.source} lags: ${subscriber.target} has waited ${formatDuration(waited)}, with ${queueDepth} in the queue.`);
  });
  bus.on(hubEvents.recovered, ({ data: { subscriber } }) => {
    say(`${subscriber.source} keeps up with ${subscriber.target} again.`);
  });
  const rows = [...faults.map((fault) => faultSwitch(bus, fault, say)), plainEvents(bus, say), olderCore(bus, say)];
  const outcome = element('div', { class: 'switches-outcome' }, element('h3', {}, 'What happened'), status, checkoutQueue(bus));
  return element('div', { class: 'switches' }, outcome, element('div', { class: 'switches-rows' }, ...rows));
}
