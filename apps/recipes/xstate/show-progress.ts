import type { OutputOf } from '@busbar/core';
import type { checkout } from './events.ts';

type Progress = OutputOf<typeof checkout.orderProgressed>;

const words = { running: 'on its way', placed: 'placed', cancelled: 'cancelled', stuck: 'stuck' };

/** Draws how far an order is, the newest order first. */
export function showProgress(place: HTMLElement, { number, course, status, reason }: Progress): void {
  const id = `order-${number}`;
  const card = document.getElementById(id) ?? document.createElement('article');
  if (!card.isConnected) {
    card.id = id;
    place.prepend(card);
  }
  card.setAttribute('aria-label', `Order ${number}`);
  card.dataset['status'] = status;
  card.replaceChildren(
    element('h3', `Order ${number}: ${words[status]}`),
    element('ol', ...course.map((state) => element('li', state))),
    ...(reason ? [element('p', reason)] : []),
  );
}

function element(name: string, ...content: (string | Node)[]): HTMLElement {
  const made = document.createElement(name);
  made.append(...content);
  return made;
}
