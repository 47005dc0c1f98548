import { type Bus, hubEvents } from '@busbar/core';
import { describeDeadLetter } from '../dead-letters/describe-dead-letter.ts';
import { element } from '../dom/element.ts';
import { formatDuration } from '../subscriptions/format-duration.ts';
import { applicationFaults } from './application-faults.ts';
import { checkoutQueue } from './checkout-queue.ts';
import { happenings } from './happenings.ts';
import { olderCore } from './older-core.ts';
import { plainEvents } from './plain-events.ts';
import { reloadMidway } from './reload-midway.ts';
import { tellOfConfirmations, tellOfSagas } from './saga-news.ts';
import { serviceFaults } from './service-faults.ts';
import './switches.css';

/** The panel that makes things go wrong on purpose, and says what came of it. */
export function switchesContent(bus: Bus): HTMLElement {
  const { element: status, say } = happenings();
  tellOfTheHub(bus, say);
  tellOfSagas(bus, say);
  tellOfConfirmations(bus, say);
  reloadMidway(bus, say);
  const outcome = element('div', { class: 'switches-outcome' }, element('h3', {}, 'What happened'), status, checkoutQueue(bus));
  const groups = [
    group('On the page', ...applicationFaults(bus, say)),
    group('Behind an order', ...serviceFaults(bus, say)),
    group('From outside', plainEvents(bus, say), olderCore(bus, say)),
  ];
  return element('div', { class: 'switches' }, outcome, element('div', { class: 'switches-rows' }, ...groups));
}

function tellOfTheHub(bus: Bus, say: (text: string) => void): void {
  bus.deadLetters.subscribe((letter) => say(describeDeadLetter(letter)));
  bus.on(hubEvents.lagging, ({ data: { subscriber, waited, queueDepth } }) => {
    say(`${subscriber.source} lags: ${subscriber.target} has waited ${formatDuration(waited)}, with ${queueDepth} in the queue.`);
  });
  bus.on(hubEvents.recovered, ({ data: { subscriber } }) => {
    say(`${subscriber.source} keeps up with ${subscriber.target} again.`);
  });
}

let groups = 0;

function group(title: string, ...rows: HTMLElement[]): HTMLElement {
  const id = `switches-group-${++groups}`;
  const heading = element('h3', { class: 'switches-heading', id }, title);
  return element('section', { class: 'switches-group', role: 'group', 'aria-labelledby': id }, heading, ...rows);
}
