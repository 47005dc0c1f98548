import { element } from '../dom/element.ts';

/** What can be done with the trail. */
export interface TrailActions {
  filter(text: string): void;
  /** Shows the events as a tree, or as a list again. */
  nest(nested: boolean): void;
  pause(paused: boolean): void;
  clear(): void;
}

/** The row of tools above the events, and the function that says how many wait for the end of a pause. */
export function trailTools(actions: TrailActions, nested: boolean): { element: HTMLElement; showWaiting(count: number): void } {
  const input = element('input', {
    type: 'search',
    class: 'input',
    id: 'trail-filter',
    placeholder: 'Filter',
    autocomplete: 'off',
    oninput: () => actions.filter(input.value),
  });
  const label = element('label', { class: 'visually-hidden', for: 'trail-filter' }, 'Filter the events');
  const nest = toggle('Tree', nested, actions.nest);
  const pause = toggle('Pause', false, actions.pause);
  const clear = element('button', { type: 'button', class: 'button button-small', onclick: actions.clear }, 'Clear');

  function showWaiting(count: number): void {
    pause.textContent = count > 0 ? `Paused, ${count} waiting` : 'Pause';
  }
  return { element: element('div', { class: 'trail-tools' }, label, input, nest, pause, clear), showWaiting };
}

function toggle(label: string, pressed: boolean, toggled: (pressed: boolean) => void): HTMLButtonElement {
  const attributes = { type: 'button', class: 'button button-small', 'aria-pressed': String(pressed), onclick: press };
  const button = element('button', attributes, label);

  function press(): void {
    const now = button.getAttribute('aria-pressed') !== 'true';
    button.setAttribute('aria-pressed', String(now));
    toggled(now);
  }
  return button;
}
