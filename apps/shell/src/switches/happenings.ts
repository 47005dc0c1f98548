import { element } from '../dom/element.ts';
import { formatTime } from '../trail/format-time.ts';

const kept = 12;

/** Where the panel says in words what happened, newest first, read out by screen readers as it comes. */
export interface Happenings {
  readonly element: HTMLElement;
  say(text: string): void;
}

/** Makes the status region of the switches. */
export function happenings(): Happenings {
  const list = element('div', {
    class: 'happenings',
    role: 'status',
    'aria-atomic': 'false',
    'aria-label': 'What happened',
    tabindex: 0,
  });
  list.append(element('p', { class: 'muted' }, 'Nothing yet. Use a switch, and go on shopping.'));
  let said = false;

  function say(text: string): void {
    if (!said) list.replaceChildren();
    said = true;
    list.prepend(element('p', {}, element('span', { class: 'trail-time' }, formatTime(Date.now())), ' ', text));
    while (list.children.length > kept) list.lastElementChild?.remove();
  }
  return { element: list, say };
}
