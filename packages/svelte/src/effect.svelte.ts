/**
 * Runs something for as long as the component or effect root around this call is there: at once, and again when what it read
 * of runes has changed. Whoever uses the package compiles this module for Svelte: for a server, it comes to nothing.
 */
export function effect(run: () => unknown): void {
  $effect.pre(run as () => void);
}
