import type { EmitOptions } from '../bus.ts';
import type { BusContext } from '../bus-context.ts';
import { BusError } from '../bus-error.ts';
import type { AnyEventContract } from '../define-event.ts';
import { inDevelopment } from '../development.ts';
import type { BusEvent } from '../event.ts';
import { assertEventName, isReserved } from '../event-name.ts';
import type { Hub } from '../hub/hub.ts';
import { topicOf } from '../hub/topic.ts';
import { contractNamed, topicFor } from '../registry.ts';
import { assertEmitOptions } from './check-emit-options.ts';
import { publish } from './publish.ts';

const none: EmitOptions = Object.freeze({});

/** Publishes an event of a contract, or of a name that the page knows. */
export function emit(
  bus: BusContext,
  asked: AnyEventContract | string,
  data: unknown,
  given?: EmitOptions,
  again?: BusEvent,
): BusEvent {
  const options = given ? { ...given } : none;
  if (inDevelopment && given) assertEmitOptions(options, bus.source);
  const type = typeof asked === 'string' ? asked : asked?.type;
  if (isReserved(type)) throw new BusError('reserved-name', { type });
  const contract = typeof asked === 'string' ? knownContract(bus, asked) : asked;
  // A name brings no contract, so its emitter is none of those who defined it.
  const topic = typeof asked === 'string' ? topicOf(bus.hub, asked) : topicFor(bus, contract);
  const source = again?.source ?? bus.source;
  // Whatever stages add has its place from the start: an object that grows costs more than all of them.
  const publication = { contract, topic, source, options, again, data, copy: undefined, event: undefined, key: undefined };
  return publish(publication, bus.publishStages, bus);
}

/** @throws BusError `unknown-contract`, `invalid-event-name`. */
export function knownContract(bus: BusContext, type: string): AnyEventContract {
  const contract = contractNamed(bus, type);
  if (contract) return contract;
  if (inDevelopment) assertEventName(type);
  throw new BusError('unknown-contract', { type, source: bus.source, known: inDevelopment ? namesLike(type, bus.hub) : [] });
}

/** The names of the same domain, for a guess at what was meant. */
function namesLike(type: string, hub: Hub): string[] {
  const domain = type.slice(0, type.indexOf(':') + 1);
  const known = [...hub.topics.values()].filter((topic) => topic.contracts[0] && topic.type.startsWith(domain));
  return known.map((topic) => topic.type);
}
