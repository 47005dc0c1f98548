/** Pointing at an app or event in a picture, or focusing it, shows what is joined with it and fades the rest. */
export function startFlows(): void {
  for (const picture of document.querySelectorAll<SVGElement>('[data-flow]')) {
    const edges = [...picture.querySelectorAll<SVGElement>('[data-from]')];
    const nodes = [...picture.querySelectorAll<SVGElement>('[data-node]')];
    const show = (target: EventTarget | null) => {
      const node = target instanceof Element ? target.closest<SVGElement>('[data-node]') : null;
      picture.classList.toggle('flow-lit', node !== null);
      const lit = node ? joinedWith(node.dataset['node']!, edges) : new Set<string>();
      for (const edge of edges) edge.classList.toggle('flow-on', isLit(edge, lit));
      for (const each of nodes) each.classList.toggle('flow-on', lit.has(each.dataset['node']!));
    };
    picture.addEventListener('pointerover', ({ target }) => show(target));
    picture.addEventListener('pointerleave', () => show(document.activeElement));
    picture.addEventListener('focusin', ({ target }) => show(target));
    picture.addEventListener('focusout', ({ relatedTarget }) => show(relatedTarget));
  }
}

/** A node, everything that events from there reach, and everything that reaches it. */
function joinedWith(node: string, edges: readonly SVGElement[]): Set<string> {
  return new Set([...reached(node, edges, 'from', 'to'), ...reached(node, edges, 'to', 'from')]);
}

function reached(node: string, edges: readonly SVGElement[], near: 'from' | 'to', far: 'from' | 'to'): Set<string> {
  const found = new Set([node]);
  for (const name of found) {
    for (const { dataset } of edges) if (dataset[near] === name) found.add(dataset[far]!);
  }
  return found;
}

function isLit({ dataset }: SVGElement, lit: ReadonlySet<string>): boolean {
  return lit.has(dataset['from']!) && lit.has(dataset['to']!);
}
