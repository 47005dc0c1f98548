import { assertContract } from './assert-contract.ts';
import { assertNoConflict } from './assert-no-conflict.ts';
import type { BusContext } from './bus-context.ts';
import type { AnyEventContract } from './define-event.ts';
import { inDevelopment } from './development.ts';
import { registerContract } from './hub/catalogue.ts';
import type { Topic } from './hub/hub.ts';
import { contractOf } from './hub/topic.ts';
import { adoptFromWindow } from './publish/adopt.ts';

/** What a bus or scope knows of contracts. */
type Registry = Pick<BusContext, 'source' | 'hub' | 'topics' | 'named' | 'parent'>;

/** The topic of a contract; makes it known to the hub and hears its plain events on first use. */
export function topicFor(bus: Registry, contract: AnyEventContract): Topic {
  return bus.topics.get(contract) ?? register(bus, contract);
}

/** The contract behind a name: the newest of one's own, else of whom one was made from, else that the page knows. */
export function contractNamed({ named, hub, parent }: Registry, type: string): AnyEventContract | undefined {
  return named.get(type) ?? (parent ? contractNamed(parent, type) : contractOf(hub.topics.get(type)));
}

function register({ source, hub, topics, named }: Registry, contract: AnyEventContract): Topic {
  if (inDevelopment) {
    assertContract(contract);
    assertNoConflict(contract, topics, source);
  }
  const topic = registerContract(hub, contract, source);
  topics.set(contract, topic);
  if ((named.get(contract.type)?.version ?? 0) < contract.version) named.set(contract.type, contract);
  adoptFromWindow(hub, topic);
  return topic;
}
