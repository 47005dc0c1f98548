import { hasInjectionContext, inject, ssrContextKey } from 'vue';

/** Says whether the app around this call is being rendered to text. Better than a look for `window`, which other renderers lack, too. */
export function isServerRendering(): boolean {
  return hasInjectionContext() && inject(ssrContextKey, undefined) !== undefined;
}
