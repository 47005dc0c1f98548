import type { Bus } from '@busbar/core';
import { element } from '../dom/element.ts';
import { onceAFrame } from '../dom/once-a-frame.ts';
import { recordTrail } from './record-trail.ts';
import { trailList } from './trail-list.ts';
import { keepShape, readShape, type TrailShape } from './trail-shape.ts';
import { trailTools } from './trail-tools.ts';
import { trailTree } from './trail-tree.ts';

/** The live events, as a list or as a tree, with their tools. Records from the start; paints only while it can be seen. */
export function eventList(bus: Bus, counted: (count: number) => void): HTMLElement {
  const views = { list: trailList(), tree: trailTree() };
  let shape = readShape();
  const nothing = element('p', { class: 'trail-nothing muted' }, 'No event to show.');
  const log = recordTrail(bus, onceAFrame(paint));
  const tools = trailTools(
    {
      filter: changing(search),
      nest: changing((nested: boolean) => choose(nested ? 'tree' : 'list')),
      pause: changing(log.pause),
      clear: changing(log.clear),
    },
    shape === 'tree',
  );

  function changing<Parameters extends unknown[]>(change: (...parameters: Parameters) => void): typeof change {
    return (...parameters) => {
      change(...parameters);
      paint();
    };
  }

  function search(text: string): void {
    log.filter(text);
    views.tree.unfold(); // what is found is to be seen
  }

  function choose(next: TrailShape): void {
    shape = next;
    keepShape(next);
    showChosen();
  }

  function showChosen(): void {
    for (const [name, view] of Object.entries(views)) {
      view.element.hidden = name !== shape;
      if (name !== shape) view.clear();
    }
  }

  function paint(): void {
    counted(log.count());
    tools.showWaiting(log.waiting());
    if (!panel.checkVisibility()) return;
    views[shape].show(log);
    nothing.hidden = log.shown().length > 0;
  }

  showChosen();
  const panel = element('div', { class: 'trail-events' }, tools.element, nothing, views.list.element, views.tree.element);
  // Nothing was painted while it was hidden.
  new ResizeObserver(paint).observe(panel);
  return panel;
}
