import type { BusContext } from '../bus-context.ts';
import { BusError } from '../bus-error.ts';
import type { AnyEventContract } from '../define-event.ts';
import { isEventName, isPattern, isValidPattern } from '../event-name.ts';

/** What a subscription is for: certain names, or all that fit a pattern. */
export interface Target {
  /** The names or the pattern, for people. */
  readonly text: string;
  /** The event names; absent for a pattern. */
  readonly types: readonly string[] | undefined;
  /** The contracts that payloads are cast to, by event name. */
  readonly contracts: ReadonlyMap<string, AnyEventContract>;
}

const none: ReadonlyMap<string, AnyEventContract> = new Map();

/**
 * Understands what `on` was given and makes its contracts known.
 *
 * @throws BusError `invalid-pattern`, `invalid-event-name`, `forbidden`.
 */
export function toTarget(asked: string | AnyEventContract | readonly AnyEventContract[], bus: BusContext): Target {
  if (typeof asked === 'string' && isPattern(asked)) {
    if (!isValidPattern(asked)) throw new BusError('invalid-pattern', { pattern: asked, source: bus.source });
    return { text: asked, types: undefined, contracts: none };
  }
  if (typeof asked === 'string') return named(asked, bus);
  const contracts: readonly AnyEventContract[] = Array.isArray(asked) ? asked : [asked];
  for (const contract of contracts) {
    if (!isEventName(contract?.type)) throw new BusError('invalid-event-name', { type: contract?.type });
    authorize(contract.type, bus);
    bus.topicOf(contract);
  }
  const types = contracts.map(({ type }) => type);
  return { text: types.join(', '), types, contracts: new Map(contracts.map((contract) => [contract.type, contract])) };
}

function named(type: string, bus: BusContext): Target {
  if (!isEventName(type)) throw new BusError('invalid-event-name', { type });
  authorize(type, bus);
  const contract = bus.contractNamed(type);
  return { text: type, types: [type], contracts: contract ? new Map([[type, contract]]) : none };
}

/** A pattern needs no permission of its own: it covers only what the scope may hear. */
function authorize(type: string, { permissions, source }: BusContext): void {
  if (permissions.maySubscribe(type)) return;
  throw new BusError('forbidden', { action: 'subscribe', type, source, allowed: permissions.subscribe ?? [] });
}
