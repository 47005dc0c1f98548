// Takes the place of `@busbar/core` in the shell's build: what the contracts import from the core comes from the script-tag
// build that the page has loaded already, so that the shell carries no second copy.
declare global {
  interface Window {
    /** What `/busbar.js` defines. */
    Busbar: typeof import('@busbar/core');
  }
}

export const { createBus, defineEvent, defineEvents, hubEvents, isBusError } = window.Busbar;
