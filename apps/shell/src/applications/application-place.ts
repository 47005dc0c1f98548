import { element } from '../dom/element.ts';
import type { ShopApplication } from './shop-applications.ts';
import './application-place.css';

/** Where a micro-frontend is on the page, and what is to be seen there until it is, or when it fails. */
export interface ApplicationPlace {
  showLoading(): void;
  showReady(): void;
  showFailed(retry: () => void): void;
}

/** The place that `index.html` keeps for a micro-frontend; undefined for one that has nothing to show. */
export function applicationPlace({ name, title = '' }: ShopApplication): ApplicationPlace | undefined {
  const place = document.querySelector<HTMLElement>(`[data-application="${name}"]`);
  if (!place) return undefined;
  const status = element('div', { class: 'place-status' });
  place.prepend(status);
  const heading = place.closest('main') ? 'h1' : 'h2';

  function show(state: string, ...content: Node[]): void {
    place!.dataset['state'] = state;
    status.replaceChildren(...content);
  }

  return {
    showLoading: () => show('loading', loading(title)),
    showReady: () => show('ready'),
    showFailed: (retry) => show('failed', failure(heading, title, retry)),
  };
}

function loading(title: string): HTMLElement {
  const bars = Array.from({ length: 3 }, () => element('span', { class: 'place-bar' }));
  return element(
    'div',
    { class: 'place-loading', role: 'status' },
    element('span', { class: 'visually-hidden' }, `${title} is loading`),
    ...bars,
  );
}

function failure(heading: 'h1' | 'h2', title: string, retry: () => void): HTMLElement {
  const button = element('button', { type: 'button', class: 'button button-small', onclick: retry }, 'Try again');
  return element(
    'div',
    { class: 'note note-danger stack place-failure', role: 'alert' },
    element(heading, { class: 'place-failure-title' }, `${title} could not be loaded`),
    element('p', {}, 'Everything else works on.'),
    element('div', {}, button),
  );
}
