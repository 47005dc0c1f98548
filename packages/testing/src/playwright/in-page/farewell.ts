const key = 'busbar.recorder';

/**
 * Keeps a message for the next document of the tab and site. Browsers pass on nothing that a document says while it goes; a
 * document whose site is gone for good, or has no storage, is not heard.
 */
export function keepFarewell(message: string): void {
  try {
    sessionStorage.setItem(key, JSON.stringify([...readFarewells(), message]));
  } catch {
    // There is no storage, or no room in it.
  }
}

/** The messages that were kept, which are kept no longer. */
export function takeFarewells(): string[] {
  try {
    const kept = readFarewells();
    sessionStorage.removeItem(key);
    return kept;
  } catch {
    return [];
  }
}

function readFarewells(): string[] {
  return JSON.parse(sessionStorage.getItem(key) ?? '[]');
}
