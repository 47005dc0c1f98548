import { ask } from '../ask.ts';
import type { Policy } from '../bus.ts';
import { type HubEvents, hubEvents } from '../hub/hub-events.ts';
import { tell } from '../publish/tell.ts';
import type { Listener } from './listener.ts';
import { subscriberOf } from './subscriber-of.ts';

const contracts = new Map<string, HubEvents['breakerOpened' | 'breakerHalfOpened' | 'breakerClosed']>([
  ['open', hubEvents.breakerOpened],
  ['half-open', hubEvents.breakerHalfOpened],
  ['closed', hubEvents.breakerClosed],
]);

/** What a policy says that it has come to, for people to read. */
export function stateOf(policy: Policy | undefined): string | undefined {
  try {
    const state = policy?.state;
    return typeof state === 'string' ? state : undefined;
  } catch {
    // Whoever looks at the metrics of the page is not who handed the policy in.
    return undefined;
  }
}

/** Tells what the breaker of a subscription comes to; answers how to end it. Policies that cannot be watched are left alone. */
export function watchPolicy(listener: Listener): (() => void) | undefined {
  const { source, target, bus, quiet } = listener;
  const { policy } = listener.options;
  if (quiet || !policy) return undefined;
  const observe = (state: string): void => {
    const contract = contracts.get(state);
    if (contract) tell(bus.hub, contract, { subscriber: subscriberOf(listener), state });
  };
  const told = { callback: 'policy.watch', type: target, source };
  const end = ask(told, () => policy.watch?.(observe), bus.report);
  return () => ask(told, () => end?.(), bus.report);
}
