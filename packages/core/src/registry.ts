import { BusError } from './bus-error.ts';
import type { AnyEventContract } from './define-event.ts';
import { registerContract } from './hub/catalogue.ts';
import type { Hub, Topic } from './hub/hub.ts';
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
  const own = new Map<string, AnyEventContract>();

  function register(contract: AnyEventContract, source: string): Topic {
    const named = `${contract.type} ${contract.version}`;
    const before = own.get(named);
    if (before && !isSameSchema(before, contract)) {
      throw new BusError('contract-conflict', { type: contract.type, version: contract.version, source });
    }
    own.set(named, contract);
    if ((own.get(contract.type)?.version ?? 0) < contract.version) own.set(contract.type, contract);
    const topic = registerContract(hub, contract, source);
    topics.set(contract, topic);
    adoptFromWindow(hub, topic);
    return topic;
  }

  return {
    topicOf: (contract, source) => topics.get(contract) ?? register(contract, source),
    contractNamed: (type) => own.get(type) ?? newest(hub.topics.get(type)),
  };
}

/** Two objects are one schema if they are the same or say the same JSON Schema, as after a module was loaded twice. */
function isSameSchema(one: AnyEventContract, other: AnyEventContract): boolean {
  if (one.schema === other.schema) return true;
  const [first, second] = [jsonSchemaOf(one), jsonSchemaOf(other)];
  return first !== undefined && first === second;
}

function jsonSchemaOf({ schema }: AnyEventContract): string | undefined {
  try {
    const standard = schema['~standard'] as { jsonSchema?: { input(options: { target: string }): unknown } };
    return JSON.stringify(standard.jsonSchema?.input({ target: 'draft-2020-12' }));
  } catch {
    // What JSON Schema cannot express cannot be compared; different objects then count as different schemas.
    return undefined;
  }
}

function newest(topic: Topic | undefined): AnyEventContract | undefined {
  return topic?.contracts.reduce(
    (best, { contract }) => (contract.version > best.version ? contract : best),
    topic.contracts[0]!.contract,
  );
}
