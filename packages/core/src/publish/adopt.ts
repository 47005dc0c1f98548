import { BusError, isBusError } from '../bus-error.ts';
import { bury } from '../hub/bury.ts';
import type { Hub, Topic } from '../hub/hub.ts';
import { reportToPage } from '../hub/report.ts';
import { warnOnce } from '../hub/warn-once.ts';
import { hearFromWindow } from '../hub/window-edge.ts';
import { copyPayload, parsePayload } from '../parse-payload.ts';
import { everything } from '../permissions.ts';
import { adoptStages, publish } from './publish.ts';
import type { PublicationInProgress } from './publish-stage.ts';
import { noOptions } from './stamp.ts';

const source = 'window';

/** Makes the plain `window` events of a topic events of the bus, unless its contract says otherwise. */
export function adoptFromWindow(hub: Hub, topic: Topic): void {
  if (topic.heard || topic.dom !== 'both') return;
  topic.heard = true;
  hearFromWindow(hub, topic.type, (detail) => {
    if (topic.dom === 'both') adopt(hub, topic, detail);
  });
}

/** Never throws: whoever dispatched the plain event knows nothing of Busbar. */
function adopt(hub: Hub, topic: Topic, detail: unknown): void {
  let data: unknown;
  try {
    data = copyPayload(detail, topic.type, source, hub.limits);
    publish(withFittingContract(hub, topic, data), adoptStages, { hub, permissions: everything, report: reportToPage });
  } catch (error) {
    if (!isBusError(error, 'too-many-hops')) {
      bury(hub, { reason: 'invalid', event: { type: topic.type, source, time: Date.now(), data }, attempts: 0, error });
    }
    warnOnce(hub, `refused-plain-event ${topic.type}`, error instanceof Error ? error.message : String(error));
  }
}

/** A plain event says no version: the newest contract that its payload satisfies is the one. Throws the newest one's error. */
function withFittingContract(hub: Hub, topic: Topic, data: unknown): PublicationInProgress {
  const contracts = topic.contracts.map(({ contract }) => contract).sort((one, other) => other.version - one.version);
  let refusal: unknown;
  for (const contract of contracts) {
    try {
      return { contract, topic, source, options: noOptions, copy: data, data: parsePayload(contract, data, source, hub.limits) };
    } catch (error) {
      refusal ??= error;
    }
  }
  throw refusal ?? new BusError('unknown-contract', { type: topic.type, source, known: [] });
}
