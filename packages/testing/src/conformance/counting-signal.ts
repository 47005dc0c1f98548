/** A signal that says how many listen to it. */
export function countingSignal(): { readonly signal: AbortSignal; listeners(): number } {
  const { signal } = new AbortController();
  const listening = new Set<unknown>();
  const counted = {
    addEventListener(...[type, listener, options]: Parameters<AbortSignal['addEventListener']>) {
      listening.add(listener);
      AbortSignal.prototype.addEventListener.call(signal, type, listener as EventListener, options);
    },
    removeEventListener(...[type, listener, options]: Parameters<AbortSignal['removeEventListener']>) {
      listening.delete(listener);
      AbortSignal.prototype.removeEventListener.call(signal, type, listener as EventListener, options);
    },
  };
  return { signal: Object.assign(signal, counted), listeners: () => listening.size };
}
