import { element } from '../dom/element.ts';
import { arrangeRows, moveRow } from './arrange-rows.ts';
import { causeTree, type TrailBranch } from './cause-tree.ts';
import type { TrailEntry } from './trail-entry.ts';
import type { TrailView } from './trail-view.ts';
import { type TreeRow, treeRow } from './tree-row.ts';

/**
 * Shows each event below the one that caused it: what nothing caused newest first, effects oldest first. These are nested
 * lists with buttons that fold them, and not a `tree` of ARIA, whose items may hold no payload that can be read and scrolled.
 */
export function trailTree(): TrailView & { unfold(): void } {
  const rows = new Map<TrailEntry, TreeRow>();
  const list = element('ol', { class: 'trail-list', role: 'list', 'aria-label': 'Events below their causes, newest first' });

  function show(branches: readonly TrailBranch[]): void {
    const wanted = new Set<TrailEntry>();
    collect(branches, wanted);
    for (const [entry, row] of rows) if (!wanted.has(entry)) drop(entry, row);
    place(list, branches);
  }

  /** What a row that goes has caused stays on the page, since it may be wanted elsewhere. */
  function drop(entry: TrailEntry, { element: row, effects }: TreeRow): void {
    for (const effect of [...effects.children]) moveRow(list, effect, null);
    row.remove();
    rows.delete(entry);
  }

  function place(into: HTMLElement, branches: readonly TrailBranch[]): void {
    arrangeRows(
      into,
      branches.map((branch) => rowOf(branch).element),
    );
    for (const branch of branches) place(rows.get(branch.entry)!.effects, branch.effects);
  }

  function rowOf(branch: TrailBranch): TreeRow {
    const row = rows.get(branch.entry) ?? treeRow(branch.entry);
    rows.set(branch.entry, row);
    row.show(branch);
    return row;
  }

  return {
    element: list,
    show: (log) => show(causeTree(log.standing(), log.shown())),
    clear: () => show([]),
    unfold() {
      for (const row of rows.values()) row.fold(false);
    },
  };
}

function collect(branches: readonly TrailBranch[], into: Set<TrailEntry>): void {
  for (const { entry, effects } of branches) {
    into.add(entry);
    collect(effects, into);
  }
}
