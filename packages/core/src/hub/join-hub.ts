import { BusError } from '../bus-error.ts';
import { inDevelopment } from '../development.ts';
import { createHub } from './create-hub.ts';
import { type Hub, type HubLimits, protocol } from './hub.ts';
import { version } from './version.ts';
import { warnOnce } from './warn-once.ts';

const key = Symbol.for('busbar.hub');
type Page = Window & { [key]?: Hub; WorkerGlobalScope?: unknown };
/** Nothing but an identity: one for each time this module is loaded. */
const copy = {};

/**
 * Finds the page's hub, or makes it. Where there is no page and no worker, as on a server, each call gets a hub of its
 * own, so that two requests can never meet.
 */
export function pageHub(limits: Partial<HubLimits> | undefined): Hub {
  const { document } = globalThis;
  // Sandboxes such as qiankun's give each micro-frontend another `globalThis`. The document leads to the page's own.
  const page = (document?.defaultView || globalThis) as unknown as Page;
  if (!page[key]) {
    const hub = createHub({ limits, window: document && page });
    if (!document && !page.WorkerGlobalScope) return hub;
    Object.defineProperty(page, key, { value: hub, configurable: true });
  }
  return page[key]!;
}

/**
 * Makes this copy of Busbar known to a hub; warns once per page when copies of different versions meet.
 *
 * @throws BusError `protocol-mismatch` when the hub speaks another protocol: never a second bus in silence.
 */
export function joinHub(hub: Hub, source: string): void {
  if (hub.protocol !== protocol) throw new BusError('protocol-mismatch', { ours: protocol, theirs: hub.protocol, source });
  if (hub.copies.some((record) => record.copy === copy)) return;
  const other = hub.copies.find((record) => record.version !== version);
  hub.copies.push({ copy, version, source });
  if (!other) return;
  warnOnce(
    hub,
    'version-skew',
    inDevelopment
      ? `Copies of Busbar meet on this page: ${other.version} ("${other.source}") and ${version} ("${source}"). They share one hub and go on; one version would save bytes.`
      : `${other.version}, ${version}`,
  );
}
