// Takes the place of `@busbar/core` in the shell's build: what the contracts and the patterns import from the core comes from
// the script-tag build that the page has loaded already, so that the shell carries no second copy.
declare global {
  interface Window {
    /** What `/busbar.js` defines. */
    Busbar: typeof import('@busbar/core');
  }
}

export const { adopt, BusError, createBus, deadLetter, defineEvent, defineEvents, hubEvents, isBusError, report, whenDisposed } =
  window.Busbar;
