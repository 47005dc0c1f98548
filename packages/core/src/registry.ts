import { BusError } from './bus-error.ts';
import { type AnyEventContract, assertContract } from './define-event.ts';
import { inDevelopment } from './development.ts';
import { registerContract } from './hub/catalogue.ts';
import type { Hub, Topic } from './hub/hub.ts';
import { contractOf, newest } from './hub/topic.ts';
import { jsonSchemaOf } from './json-schema.ts';
import { adoptFromWindow } from './publish/adopt.ts';

/** The contracts that one bus and its scopes have used. */
export interface Registry {
  /** The topic of a contract; makes it known to the hub and hears its plain events on first use. */
  topicOf(contract: AnyEventContract, source: string): Topic;
  /** The contract behind a name: the bus's own, else the newest that the page knows. */
  contractNamed(type: string): AnyEventContract | undefined;
}

export function createRegistry(hub: Hub): Registry {
  const topics = new Map<AnyEventContract, Topic>();

  function register(contract: AnyEventContract, source: string): Topic {
    if (inDevelopment) {
      assertContract(contract);
      for (const known of topics.keys()) assertNoConflict(contract, known, source);
    }
    const topic = registerContract(hub, contract, source);
    topics.set(contract, topic);
    adoptFromWindow(hub, topic);
    return topic;
  }

  return {
    topicOf: (contract, source) => topics.get(contract) ?? register(contract, source),
    contractNamed: (type) =>
      newest([...topics.keys()].filter((contract) => contract.type === type)) ?? contractOf(hub.topics.get(type)),
  };
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
