import { type Bus, type DeadLetter, isBusError } from '@busbar/core';
import { element } from '../dom/element.ts';
import { onceAFrame } from '../dom/once-a-frame.ts';
import { maskPayload } from '../trail/mask-payload.ts';
import { personalTypes } from '../trail/personal-types.ts';
import { showRows } from '../trail/show-rows.ts';
import { type DeadLetterActions, deadLetterRow } from './dead-letter-row.ts';
import { explainError } from './explain-error.ts';

/** The list of what could not be delivered on this page, newest first, each to be sent again or thrown away. */
export function deadLetterList(bus: Bus, counted: (count: number) => void): HTMLElement {
  const isPersonal = personalTypes(bus);
  const rows = new Map<DeadLetter, HTMLElement>();
  const list = element('ol', { class: 'trail-list', role: 'list', 'aria-label': 'Dead letters, newest first' });
  const nothing = element('p', { class: 'trail-nothing muted' }, 'Every event reached those it was for.');
  const outcome = element('p', { class: 'dead-letter-outcome', role: 'status' });
  const panel = element('div', { class: 'trail-events', tabindex: -1 }, outcome, nothing, list);

  const actions: DeadLetterActions = {
    redrive: (letter) => act(() => redrive(bus, letter)),
    discard: (letter) => act(() => discard(bus, letter)),
    payloadOf: ({ event }) => (isPersonal(event.type) ? maskPayload(event.data) : event.data),
  };

  function act(what: () => string): void {
    outcome.textContent = what();
    panel.focus(); // the button goes away with its row, and would take the focus along
    paint();
  }

  function paint(): void {
    const letters = bus.deadLetters.list().toReversed();
    counted(letters.length);
    showRows(list, letters, rows, (letter) => deadLetterRow(letter, actions));
    nothing.hidden = letters.length > 0;
  }

  const paintSoon = onceAFrame(paint);
  bus.deadLetters.subscribe(paintSoon);
  new ResizeObserver(paintSoon).observe(panel); // others may have thrown letters away while it was hidden
  paint();
  return panel;
}

function discard(bus: Bus, { id, event }: DeadLetter): string {
  bus.deadLetters.discard(id);
  return `${event.type} was thrown away.`;
}

function redrive(bus: Bus, { id, event }: DeadLetter): string {
  if (bus.deadLetters.list((letter) => letter.id === id).length === 0) return `${event.type} was taken care of meanwhile.`;
  try {
    return bus.deadLetters.redrive(id) > 0
      ? `${event.type} was sent again.`
      : `Whoever missed ${event.type} is gone from the page.`;
  } catch (error) {
    if (!isBusError(error)) throw error;
    return `${event.type} was refused again. ${explainError(error)}`;
  }
}
