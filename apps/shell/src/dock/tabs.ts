import { element } from '../dom/element.ts';

/** One tab: its label, which may carry a count, and what it shows. */
export interface Tab {
  readonly id: string;
  readonly label: Node;
  readonly panel: HTMLElement;
}

/** A row of tabs, of which arrow keys choose one. The panels are the caller's to place. */
export function tabs(label: string, entries: readonly Tab[]): HTMLElement {
  const buttons = entries.map(({ id, label: content, panel }) => {
    Object.assign(panel, { id: `${id}-panel`, role: 'tabpanel' });
    panel.setAttribute('aria-labelledby', `${id}-tab`);
    const attributes = { type: 'button', class: 'tab', id: `${id}-tab`, role: 'tab', 'aria-controls': panel.id };
    return element('button', { ...attributes, onclick: () => choose(id) }, content);
  });

  function choose(id: string): void {
    for (const [index, entry] of entries.entries()) {
      const chosen = entry.id === id;
      entry.panel.hidden = !chosen;
      buttons[index]?.setAttribute('aria-selected', String(chosen));
      buttons[index]?.setAttribute('tabindex', chosen ? '0' : '-1');
    }
  }

  function move(event: Event): void {
    const { key } = event as KeyboardEvent;
    const step = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0;
    if (step === 0) return;
    const now = buttons.findIndex((button) => button.getAttribute('aria-selected') === 'true');
    const next = buttons.at((now + step) % buttons.length);
    next?.click();
    next?.focus();
  }

  const list = element('div', { class: 'tabs', role: 'tablist', 'aria-label': label, onkeydown: move }, ...buttons);
  choose(entries[0]!.id);
  return list;
}
