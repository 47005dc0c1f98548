import type { Hub } from '../hub/hub.ts';
import { reportToPage } from '../hub/report.ts';
import type { Publisher } from './publish-stage.ts';

/** Who publishes what comes from no bus: whatever it likes, and the page is told of errors. */
export function hubPublisher(hub: Hub, source: string): Publisher {
  return { source, hub, permissions: { publish: [], subscribe: [] }, report: reportToPage };
}
