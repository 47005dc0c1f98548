type Core = typeof import('@busbar/core');

declare global {
  interface Window {
    /** What `/older-busbar.js` defines: the same core, stamped with an older version, built by itself. */
    OlderBusbar?: Core;
  }
}

/** Loads the older script-tag build of the core beside the one that the page has. */
export function loadOlderCore(): Promise<Core> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = '/older-busbar.js';
    script.onload = () => (window.OlderBusbar ? resolve(window.OlderBusbar) : reject(new Error('It defined no OlderBusbar.')));
    script.onerror = () => reject(new Error('/older-busbar.js could not be loaded.'));
    document.head.append(script);
  });
}
