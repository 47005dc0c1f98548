import { element } from '../dom/element.ts';
import { showRows } from './show-rows.ts';
import { trailDetails } from './trail-details.ts';
import type { TrailEntry } from './trail-entry.ts';
import type { TrailView } from './trail-view.ts';

/** Shows the events one below the other, newest first, each with its cause in words. */
export function trailList(): TrailView {
  const rows = new Map<TrailEntry, HTMLElement>();
  const list = element('ol', { class: 'trail-list', role: 'list', 'aria-label': 'Events, newest first' });
  return {
    element: list,
    show: (log) => showRows(list, log.shown(), rows, row),
    clear: () => showRows(list, [], rows, row),
  };
}

function row(entry: TrailEntry): HTMLLIElement {
  const attributes = { class: 'trail-row', 'data-type': entry.type, 'data-sequence': entry.sequence };
  return element('li', attributes, trailDetails(entry));
}
