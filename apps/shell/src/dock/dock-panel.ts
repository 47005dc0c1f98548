import { element } from '../dom/element.ts';
import { part } from '../dom/part.ts';

/** A panel at the bottom of the page that a button opens and closes. */
export interface DockPanel {
  readonly isOpen: () => boolean;
  readonly close: () => void;
}

/** What makes a panel. */
export interface DockPanelOptions {
  /** The id of the panel in `index.html`; its button is `<id>-button`. */
  readonly id: string;
  readonly title: string;
  readonly content: readonly HTMLElement[];
  /** Put into the head of the panel, beside its title. */
  readonly head?: HTMLElement;
  /** Called after the panel was opened or closed. */
  changed(): void;
}

/** Fills a panel and lets its button open it. Escape inside closes it and goes back to the button. */
export function dockPanel({ id, title, content, head, changed }: DockPanelOptions): DockPanel {
  const panel = part(id, HTMLElement);
  const button = part(`${id}-button`, HTMLButtonElement);
  const heading = element('h2', { class: 'dock-title', id: `${id}-title`, tabindex: -1 }, title);
  const closeButton = element('button', { type: 'button', class: 'button button-plain button-small', onclick: leave }, 'Close');
  closeButton.append(element('span', { class: 'visually-hidden' }, ` ${title.toLowerCase()}`));

  const isOpen = (): boolean => panel.hidden === false;

  function show(open: boolean): void {
    panel.hidden = !open;
    button.setAttribute('aria-expanded', String(open));
    changed();
  }

  function leave(): void {
    show(false);
    button.focus();
  }

  panel.append(element('div', { class: 'dock-head' }, heading, head, closeButton), ...content);
  panel.addEventListener('keydown', ({ key }) => key === 'Escape' && leave());
  button.addEventListener('click', () => {
    show(!isOpen());
    if (isOpen()) heading.focus();
  });
  return { isOpen, close: () => show(false) };
}
