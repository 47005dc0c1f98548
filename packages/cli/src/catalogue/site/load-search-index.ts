import type { SearchEntry } from './search-entry.ts';

/** The folder that this script came from, which is the root of the catalogue. */
const root = new URL('.', (document.currentScript as HTMLScriptElement).src);
let loading: Promise<readonly SearchEntry[]> | undefined;

/** What can be found, loaded when it is first asked for. As a script, because a page from a disk may fetch nothing. */
export function loadSearchIndex(): Promise<readonly SearchEntry[]> {
  loading ??= new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = addressOf('search-index.js');
    script.onload = () => resolve((globalThis as { busbarSearchIndex?: readonly SearchEntry[] }).busbarSearchIndex ?? []);
    script.onerror = () => reject(new Error(`${script.src} could not be loaded`));
    document.head.append(script);
  });
  return loading;
}

/** The address of a file of the catalogue. */
export function addressOf(path: string): string {
  return new URL(path, root).href;
}
