import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';

/** What bundlers try where a relative import has no ending, or the ending that it will have when it is built. */
const guesses = [
  (specifier: string) => `${specifier}.ts`,
  (specifier: string) => `${specifier}.js`,
  (specifier: string) => specifier.replace(/\.(m?)js$/, '.$1ts'),
  (specifier: string) => `${specifier}/index.ts`,
  (specifier: string) => `${specifier}/index.js`,
];

/**
 * From now on relative imports of the project may leave out `.ts`, as bundlers allow, and modules are what they are written as,
 * whatever `type` says in a package.json, where `npm init` writes `commonjs`. Answers the list of the project's own
 * files that have been imported so far; it grows.
 */
export function resolveLikeBundlers(): readonly string[] {
  const imported = new Set<string>();
  const files: string[] = [];
  registerHooks({
    resolve(specifier, context, next) {
      const found = resolveWith(specifier, (one) => next(one, context), isOwn(context.parentURL ?? ''));
      if (isOwn(found.url) && !imported.has(found.url)) {
        imported.add(found.url);
        files.push(fileURLToPath(new URL(found.url.replace(/[?#].*$/, ''))));
      }
      return isOwn(found.url) ? { ...found, format: formatOf(found.url, found.format) } : found;
    },
  });
  return files;
}

/** That of a module where Node would take one for CommonJS, or would warn that it had to look. */
function formatOf(url: string, format: string | null | undefined): string | null | undefined {
  const [, ending] = /\.([jt]s)(?:[?#].*)?$/.exec(url) ?? [];
  if (ending === undefined || format?.startsWith('module')) return format;
  const isModule = /^\s*(?:import|export)\b(?!\s*\()/m.test(readFileSync(fileURLToPath(url), 'utf8'));
  if (!isModule) return format;
  if (ending === 'js') return 'module';
  // Naming the format would have Node read what it was told not to.
  return process.features.typescript ? 'module-typescript' : format;
}

function resolveWith<T>(specifier: string, resolve: (specifier: string) => T, mayGuess: boolean): T {
  try {
    return resolve(specifier);
  } catch (error) {
    if (!mayGuess || !/^\.\.?(\/|$)/.test(specifier)) throw error;
    for (const guess of guesses) {
      try {
        return resolve(guess(specifier));
      } catch {}
    }
    throw error;
  }
}

function isOwn(url: string): boolean {
  return url.startsWith('file:') && !url.includes('/node_modules/');
}
