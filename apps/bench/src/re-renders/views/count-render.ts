const renders = new Map<string, number>();

/** Called in the body of every component that makes elements: one call is one render. */
export function countRender(component: string): void {
  renders.set(component, (renders.get(component) ?? 0) + 1);
}

/** How often each component has rendered since the last question, by its name. */
export function takeRenders(): Record<string, number> {
  const taken = Object.fromEntries(renders);
  renders.clear();
  return taken;
}
