import { BusError } from './bus-error.ts';
import { version } from './hub/version.ts';
import type * as Core from './index.ts';
import type * as ScriptTag from './script-tag.ts';

/**
 * The copy of the core that the page's script tag has put on `window`, for bundles that bring none of their own.
 *
 * @throws BusError `page-copy-missing`, `page-copy-mismatch`.
 */
export function pageCopy(): typeof Core {
  const { Busbar: copy } = globalThis as { Busbar?: typeof ScriptTag };
  if (!copy) throw new BusError('page-copy-missing', { ours: version });
  if (!serves(`${copy.version}`, version)) throw new BusError('page-copy-mismatch', { ours: version, theirs: copy.version });
  return copy;
}

/**
 * Whether a copy has all that a bundle may use that was built with another: of the same major version, and of no older minor
 * one. Below 1.0 a minor version may take things away, too, and has to be the same.
 */
export function serves(theirs: string, ours: string): boolean {
  const [major, minor] = theirs.split('.').map(Number);
  const [sameMajor, oldestMinor] = ours.split('.').map(Number);
  // Where sources run as they are, there is nothing to compare.
  return theirs === ours || (major === sameMajor && (minor === oldestMinor || (major! > 0 && minor! > oldestMinor!)));
}
