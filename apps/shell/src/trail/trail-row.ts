import { element } from '../dom/element.ts';
import { formatTime } from './format-time.ts';
import type { TrailEntry } from './trail-entry.ts';

/** One line of the trail, which opens to show the payload. */
export function trailRow(entry: TrailEntry): HTMLLIElement {
  const details = element('details', { class: 'trail-entry', ontoggle: fill }, summaryOf(entry));

  // Most entries are never opened, so their payload is written when one is.
  function fill(): void {
    if (details.open && details.children.length === 1) details.append(payloadOf(entry));
  }
  return element('li', { class: 'trail-row', 'data-type': entry.type, 'data-sequence': entry.sequence }, details);
}

function summaryOf({ sequence, time, type, version, source, cause, replayed }: TrailEntry): HTMLElement {
  return element(
    'summary',
    { class: 'trail-summary' },
    element('span', { class: 'trail-sequence' }, `#${sequence}`),
    element('time', { class: 'trail-time', datetime: new Date(time).toISOString() }, formatTime(time)),
    element('span', { class: 'trail-type' }, type),
    element('span', { class: 'trail-version' }, `v${version}`),
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
