import { assertContract } from './assert-contract.ts';
import type { BusContext } from './bus-context.ts';
import { BusError } from './bus-error.ts';
import type { AnyEventContract } from './define-event.ts';
import { inDevelopment } from './development.ts';
import { registerContract } from './hub/catalogue.ts';
import type { Topic } from './hub/hub.ts';
import { contractOf, newestFirst } from './hub/topic.ts';
import { jsonSchemaOf } from './json-schema.ts';
import { adoptFromWindow } from './publish/adopt.ts';

/** What a bus or scope knows of contracts. */
type Registry = Pick<BusContext, 'source' | 'hub' | 'topics' | 'parent'>;

/** The topic of a contract; makes it known to the hub and hears its plain events on first use. */
export function topicFor(bus: Registry, contract: AnyEventContract): Topic {
  return bus.topics.get(contract) ?? register(bus, contract);
}

/** The contract behind a name: the newest of one's own, else of whom one was made from, else that the page knows. */
export function contractNamed({ topics, hub, parent }: Registry, type: string): AnyEventContract | undefined {
  const own = [...topics.keys()].filter((contract) => contract.type === type).sort(newestFirst)[0];
  return own ?? (parent ? contractNamed(parent, type) : contractOf(hub.topics.get(type)));
}

function register({ source, hub, topics }: Registry, contract: AnyEventContract): Topic {
  if (inDevelopment) {
    assertContract(contract);
    for (const known of topics.keys()) assertNoConflict(contract, known, source);
  }
  const topic = registerContract(hub, contract, source);
  topics.set(contract, topic);
  adoptFromWindow(hub, topic);
  return topic;
}

/** @throws BusError `contract-conflict` where two contracts are one version of one event, with different schemas. */
function assertNoConflict({ type, version, schema }: AnyEventContract, known: AnyEventContract, source: string): void {
  if (known.type === type && known.version === version && !isSameSchema(known.schema, schema)) {
    throw new BusError('contract-conflict', { type, version, source });
  }
}

/** Two objects are one schema if they are the same or say the same JSON Schema, as after a module was loaded twice. */
function isSameSchema(one: AnyEventContract['schema'], other: AnyEventContract['schema']): boolean {
  const text = one === other || jsonSchemaOf(one);
  return text !== undefined && (text === true || text === jsonSchemaOf(other));
}
