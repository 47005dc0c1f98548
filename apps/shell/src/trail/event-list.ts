import type { Bus } from '@busbar/core';
import { element } from '../dom/element.ts';
import { onceAFrame } from '../dom/once-a-frame.ts';
import { recordTrail } from './record-trail.ts';
import { showRows } from './show-rows.ts';
import type { TrailEntry } from './trail-entry.ts';
import { trailRow } from './trail-row.ts';

/** The live list of events with its tools. Records from the start; paints only while it can be seen. */
export function eventList(bus: Bus, counted: (count: number) => void): HTMLElement {
  const rows = new Map<TrailEntry, HTMLElement>();
  const list = element('ol', { class: 'trail-list', role: 'list', 'aria-label': 'Events, newest first' });
  const nothing = element('p', { class: 'trail-nothing muted' }, 'No event to show.');
  const pause = element(
    'button',
    { type: 'button', class: 'button button-small', 'aria-pressed': 'false', onclick: togglePause },
    'Pause',
  );
  const clear = element(
    'button',
    { type: 'button', class: 'button button-small', onclick: () => change(() => log.clear()) },
    'Clear',
  );
  const filter = element('input', {
    type: 'search',
    class: 'input',
    id: 'trail-filter',
    placeholder: 'Filter',
    autocomplete: 'off',
  });
  filter.addEventListener('input', () => change(() => log.filter(filter.value)));

  const log = recordTrail(bus, onceAFrame(paint));

  function change(act: () => void): void {
    act();
    paint();
  }

  function togglePause(): void {
    const paused = pause.getAttribute('aria-pressed') !== 'true';
    pause.setAttribute('aria-pressed', String(paused));
    change(() => log.pause(paused));
  }

  function paint(): void {
    counted(log.count());
    pause.textContent = log.waiting() > 0 ? `Paused, ${log.waiting()} waiting` : 'Pause';
    if (!panel.checkVisibility()) return;
    const shown = log.shown();
    showRows(list, shown, rows, trailRow);
    nothing.hidden = shown.length > 0;
  }

  const label = element('label', { class: 'visually-hidden', for: 'trail-filter' }, 'Filter the events');
  const panel = element(
    'div',
    { class: 'trail-events' },
    element('div', { class: 'trail-tools' }, label, filter, pause, clear),
    nothing,
    list,
  );
  // The list was not painted while it was hidden.
  new ResizeObserver(paint).observe(panel);
  return panel;
}
