/**
 * Runs something for as long as the component or effect root around this call is there: at once, and again when what it read
 * of runes has changed. The one module of a page's that is compiled for Svelte, by whoever uses the package: for a server, this comes to nothing.
 */
export function effect(run: () => unknown): void {
  $effect.pre(run as () => void);
}
