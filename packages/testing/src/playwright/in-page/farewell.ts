import type { RecorderMessage } from './recorded.ts';

const key = 'busbar.recorder';

/**
 * Keeps a message for the next document of the tab and site. Browsers pass on nothing that a document says while it goes; a
 * document whose site is gone for good, or has no storage, is not heard.
 */
export function keepFarewell(message: RecorderMessage): void {
  try {
    const kept = [...readFarewells(), message];
    sessionStorage.setItem(
      key,
      JSON.stringify(kept, (_key, value) => (typeof value === 'bigint' ? String(value) : value)),
    );
  } catch {
    // There is no storage, or no room in it.
  }
}

/** The messages that were kept, which are kept no longer. */
export function takeFarewells(): RecorderMessage[] {
  try {
    const kept = readFarewells();
    sessionStorage.removeItem(key);
    return kept;
  } catch {
    return [];
  }
}

function readFarewells(): RecorderMessage[] {
  return JSON.parse(sessionStorage.getItem(key) ?? '[]');
}
