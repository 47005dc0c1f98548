import type { DeadLetter } from '@busbar/core';
import { element } from '../dom/element.ts';
import { formatTime } from '../trail/format-time.ts';
import { describeDeadLetter } from './describe-dead-letter.ts';

/** What can be done with a dead letter. */
export interface DeadLetterActions {
  redrive(letter: DeadLetter): void;
  discard(letter: DeadLetter): void;
  /** The payload as it may be shown. */
  payloadOf(letter: DeadLetter): unknown;
}

/** One event that could not be delivered: what became of it and why, its payload, and what can be done. */
export function deadLetterRow(letter: DeadLetter, { redrive, discard, payloadOf }: DeadLetterActions): HTMLLIElement {
  const { event, lastTime, reason } = letter;
  const about = `: ${event.type} from ${event.source}`;
  return element(
    'li',
    { class: 'dead-letter', 'data-reason': reason },
    element(
      'p',
      { class: 'dead-letter-head' },
      element('span', { class: 'badge badge-danger' }, reason),
      element('strong', { class: 'trail-type' }, event.type),
      element('time', { class: 'trail-time', datetime: new Date(lastTime).toISOString() }, formatTime(lastTime)),
    ),
    element('p', {}, describeDeadLetter(letter)),
    element(
      'details',
      {},
      element('summary', {}, 'Payload'),
      element('pre', { tabindex: 0 }, element('code', {}, textOf(payloadOf(letter)))),
    ),
    element(
      'div',
      { class: 'cluster' },
      action('Redrive', about, () => redrive(letter)),
      action('Discard', about, () => discard(letter)),
    ),
  );
}

function action(label: string, about: string, act: () => void): HTMLButtonElement {
  const attributes = { type: 'button', class: 'button button-small', onclick: act };
  return element('button', attributes, label, element('span', { class: 'visually-hidden' }, about));
}

function textOf(data: unknown): string {
  return JSON.stringify(data, undefined, 2) ?? 'It could not be copied.';
}
