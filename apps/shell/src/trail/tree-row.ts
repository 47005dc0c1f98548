import { element } from '../dom/element.ts';
import { countBelow, type TrailBranch } from './cause-tree.ts';
import { trailDetails } from './trail-details.ts';
import type { TrailEntry } from './trail-entry.ts';

/** The row of an event in the tree, with the list of its effects below. */
export interface TreeRow {
  readonly element: HTMLLIElement;
  readonly effects: HTMLOListElement;
  /** Says how many effects there are and whether the row is there for their sake alone. */
  show(branch: TrailBranch): void;
  /** Folds the effects away, or out again. */
  fold(folded: boolean): void;
}

/** Makes the row of an event: a button that folds its effects, what is said of it, and the list of its effects. */
export function treeRow(entry: TrailEntry): TreeRow {
  const name = `${entry.type} #${entry.sequence}`;
  const count = element('span', { class: 'tree-count' });
  const rest = element('span', { class: 'visually-hidden' });
  const button = element('button', { type: 'button', class: 'tree-fold', onclick: () => fold(!effects.hidden) }, count, rest);
  const effects = element('ol', { class: 'tree-effects', role: 'list', 'aria-label': `Effects of ${name}` });
  const line = element('div', { class: 'tree-line' }, button, trailDetails(entry));
  const attributes = { class: 'tree-row', 'data-type': entry.type, 'data-sequence': entry.sequence };
  const row = element('li', attributes, line, effects);

  function fold(folded: boolean): void {
    effects.hidden = folded;
    button.setAttribute('aria-expanded', String(!folded));
  }

  function show(branch: TrailBranch): void {
    const below = countBelow(branch);
    row.toggleAttribute('data-leaf', below === 0);
    row.toggleAttribute('data-context', !branch.matches);
    button.hidden = below === 0;
    if (below === 0 || count.textContent === String(below)) return;
    count.textContent = String(below);
    rest.textContent = below === 1 ? ` effect of ${name}` : ` effects of ${name}`;
  }

  fold(false);
  return { element: row, effects, show, fold };
}
