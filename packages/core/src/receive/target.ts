import type { BusContext } from '../bus-context.ts';
import type { AnyEventContract } from '../define-event.ts';
import { inDevelopment } from '../development.ts';
import { assertEventName, assertPattern } from '../event-name.ts';
import { assertAllowed } from '../permissions.ts';
import { contractNamed, topicFor } from '../registry.ts';

/** What a subscription is for: certain names, or all that fit a pattern. */
export interface Target {
  /** The names or the pattern, for people. */
  readonly text: string;
  /** The event names; absent for a pattern. */
  readonly types: readonly string[] | undefined;
  /** The contracts that payloads are cast to; of several of one name the last one counts. */
  readonly contracts: readonly AnyEventContract[];
}

/**
 * Understands what `on` was given and makes its contracts known. A pattern needs no permission of its own: it covers
 * only what the scope may hear.
 *
 * @throws BusError `invalid-pattern`, `invalid-event-name`, `forbidden`.
 */
export function toTarget(asked: string | AnyEventContract | readonly AnyEventContract[], bus: BusContext): Target {
  const { source, permissions } = bus;
  const contracts: AnyEventContract[] = [];
  if (typeof asked === 'string' && asked.includes('*')) {
    if (inDevelopment) assertPattern(asked, source);
    return { text: asked, types: undefined, contracts };
  }
  const types = [asked].flat().map((one) => {
    if (inDevelopment) assertEventName(typeof one === 'string' ? one : one?.type);
    const type = typeof one === 'string' ? one : one.type;
    assertAllowed(permissions, 'subscribe', type, source);
    const contract = typeof one === 'string' ? contractNamed(bus, type) : one;
    if (contract) contracts.push(contract);
    if (typeof one !== 'string') topicFor(bus, one);
    return type;
  });
  // A list that grew has room for many more: each subscription keeps one of its own, which has none.
  return { text: types.join(', '), types: [...new Set(types)], contracts: [...contracts] };
}
