import { BusError } from '../bus-error.ts';
import { createHub } from './create-hub.ts';
import { type Hub, type HubLimits, protocol } from './hub.ts';
import { version } from './version.ts';
import { warnOnce } from './warn-once.ts';

const key = Symbol.for('busbar.hub');
/** Nothing but an identity: one for each time this module is loaded. */
const copy = {};

/**
 * Finds the page's hub, or makes it. Where there is no page and no worker, as on a server, each call gets a hub of its
 * own, so that two requests can never meet.
 *
 * @throws BusError `protocol-mismatch` when the page's hub speaks another protocol: never a second bus in silence.
 */
export function pageHub(source: string, limits: Partial<HubLimits> | undefined): Hub {
  const page = globalThis as typeof globalThis & { [key]?: unknown };
  const window = typeof document === 'object' ? globalThis.window : undefined;
  if (!window && !('WorkerGlobalScope' in globalThis)) return createHub({ limits });
  if (!(key in page)) Object.defineProperty(page, key, { value: createHub({ limits, window }), configurable: true });
  const found = page[key] as Partial<Hub> | undefined;
  if (found?.protocol !== protocol) throw new BusError('protocol-mismatch', { ours: protocol, theirs: found?.protocol, source });
  return found as Hub;
}

/** Makes this copy of Busbar known to a hub; warns once per page when copies of different versions meet. */
export function joinHub(hub: Hub, source: string): void {
  if (hub.copies.some((record) => record.copy === copy)) return;
  const other = hub.copies.find((record) => record.version !== version);
  hub.copies.push({ copy, version, source });
  if (!other) return;
  warnOnce(
    hub,
    'version-skew',
    `Copies of Busbar with different versions meet on this page: ${other.version} ("${other.source}") and ${version} ("${source}"). They share one hub and go on; bring them to one version to save bytes.`,
  );
}
