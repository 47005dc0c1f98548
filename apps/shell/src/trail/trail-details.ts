import { element } from '../dom/element.ts';
import { formatTime } from './format-time.ts';
import type { TrailEntry } from './trail-entry.ts';

/** What is said of an event in a line or two, which open to show the payload. */
export function trailDetails(entry: TrailEntry): HTMLDetailsElement {
  const details = element('details', { class: 'trail-entry', ontoggle: fill }, summaryOf(entry));

  // Most entries are never opened, so their payload is written when one is.
  function fill(): void {
    if (details.open && details.children.length === 1) details.append(payloadOf(entry));
  }
  return details;
}

function summaryOf({ sequence, time, type, version, source, about, cause, replayed }: TrailEntry): HTMLElement {
  return element(
    'summary',
    { class: 'trail-summary' },
    element('span', { class: 'trail-sequence' }, `#${sequence}`),
    element('time', { class: 'trail-time', datetime: new Date(time).toISOString() }, formatTime(time)),
    element('span', { class: 'trail-type' }, type),
    element('span', { class: 'trail-version' }, `v${version}`),
    about !== undefined && element('span', { class: 'trail-about' }, about),
    element('span', { class: 'trail-source' }, `from ${source}`),
    cause !== undefined && element('span', { class: 'trail-cause' }, `because of ${cause}`),
    replayed && element('span', { class: 'badge' }, 'replayed'),
  );
}

function payloadOf({ id, data, masked }: TrailEntry): HTMLElement {
  return element(
    'div',
    { class: 'trail-payload' },
    masked && element('p', { class: 'trail-masked' }, 'Personal data: the values are not shown.'),
    element('pre', { tabindex: 0 }, element('code', {}, JSON.stringify(data, undefined, 2) ?? 'no payload')),
    element('p', { class: 'trail-id' }, `id ${id}`),
  );
}
