import type { LifeCycles } from 'single-spa';

const failures = new Map<string, number>();

/**
 * Imports a micro-frontend by its name in the page's import map.
 *
 * A browser answers the import of a module that failed with the same failure for as long as the page lives, so after a
 * failure the module is asked for under another address.
 */
export async function loadApplication(name: string): Promise<LifeCycles> {
  const failed = failures.get(name) ?? 0;
  const specifier = failed === 0 ? name : `${import.meta.resolve(name)}?attempt=${failed + 1}`;
  try {
    return await import(/* @vite-ignore */ specifier);
  } catch (error) {
    failures.set(name, failed + 1);
    throw error;
  }
}
