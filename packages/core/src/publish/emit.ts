import type { EmitOptions } from '../bus.ts';
import type { BusContext } from '../bus-context.ts';
import { BusError } from '../bus-error.ts';
import type { AnyEventContract } from '../define-event.ts';
import type { BusEvent } from '../event.ts';
import { isEventName } from '../event-name.ts';
import type { DeadLetter } from '../hub/dead-letters.ts';
import { copyPayload, unbounded } from '../parse-payload.ts';
import { endPublication, publish } from './publish.ts';
import { noOptions } from './stamp.ts';

/**
 * Publishes an event of a contract, or of a name that the page knows.
 *
 * The payload is copied before anybody looks at it: what stages and schema see is what receivers will see.
 */
export function emit(
  bus: BusContext,
  contractOrName: AnyEventContract | string,
  data: unknown,
  options: EmitOptions = noOptions,
  redriven?: DeadLetter,
): BusEvent {
  const contract = typeof contractOrName === 'string' ? contractNamed(bus, contractOrName) : contractOrName;
  const source = redriven?.event.source ?? bus.source;
  const topic = bus.topicOf(contract);
  const known = { contract, topic, source, options, redriven };
  let copy: unknown;
  try {
    copy = copyPayload(data, contract.type, source, unbounded(bus.hub.limits));
  } catch (error) {
    return endPublication({ ...known, data: undefined, copy }, { reject: error }, bus);
  }
  return publish({ ...known, data: copy, copy }, bus.publishStages, bus);
}

function contractNamed(bus: BusContext, type: string): AnyEventContract {
  if (!isEventName(type)) throw new BusError('invalid-event-name', { type });
  const contract = bus.contractNamed(type);
  if (contract) return contract;
  const domain = `${type.split(':')[0]}:`;
  const known = [...bus.hub.topics.values()].filter((topic) => topic.type.startsWith(domain) && topic.contracts.length > 0);
  throw new BusError('unknown-contract', { type, source: bus.source, known: known.slice(0, 5).map((topic) => topic.type) });
}
