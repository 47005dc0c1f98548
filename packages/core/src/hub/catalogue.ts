import type { AnyEventContract, EventDefinition, Retain } from '../define-event.ts';
import { inDevelopment } from '../development.ts';
import { type FieldTags, fieldTagsOf } from '../field-tags.ts';
import type { Hub, Topic } from './hub.ts';
import { topicOf } from './topic.ts';
import { warnOnce } from './warn-once.ts';
import { domOf } from './window-edge.ts';

/** One version of one contract, as the hub knows it: what its definition says but the code, and who deals with it. */
export interface ContractRecord extends Omit<EventDefinition, 'schema' | 'upcast' | 'downcast' | 'retain' | 'dom'> {
  readonly type: string;
  // biome-ignore lint/suspicious/noExplicitAny: a record holds contracts of every payload
  readonly retain?: Retain<any>;
  /** How the event and `window` meet, `pii` tags considered. */
  readonly dom: 'both' | 'out' | 'off';
  /**
   * Tags of fields by their place in the payload, as the schema's metadata say them: `{ '/email': ['pii'], '/lines/*\/sku': ['stock'] }`.
   * `*` is any item or any value of a record, `**` any number of segments, where a schema holds itself.
   */
  readonly fieldTags: FieldTags;
  /** Sources that brought this version. */
  readonly definedBy: readonly string[];
  /** Sources that have emitted the event, in any version. */
  readonly emitters: readonly string[];
  /** Sources that listen to the event now, by name or by pattern. */
  readonly listeners: readonly string[];
}

/** Makes a contract known to the hub and answers its topic. Each copy of Busbar brings contract objects of its own. */
export function registerContract(hub: Hub, contract: AnyEventContract, source: string): Topic {
  const { type, version, fingerprint, retain } = contract;
  const topic = topicOf(hub, type);
  const entries = topic.contracts.filter((entry) => entry.contract.version === version);
  const drifting = entries.find(
    (entry) => fingerprint && entry.contract.fingerprint && entry.contract.fingerprint !== fingerprint,
  );
  const same = entries.find((entry) => entry.contract.fingerprint === fingerprint) ?? (fingerprint ? undefined : entries[0]);
  if (same) {
    same.definedBy.add(source);
  } else {
    topic.contracts.push({ contract, definedBy: new Set([source]) });
    topic.dom = undefined;
  }
  if (drifting) {
    topic.drifted.add(version);
    for (const subscription of topic.subscriptions) subscription.reconsider();
    topic.lineUp = undefined;
    const sources = [source, ...drifting.definedBy].join(', ');
    warnOnce(
      hub,
      `contract-drift ${type}`,
      inDevelopment
        ? `${sources} define "${type}" v${version} differently; each receiver's own schema decides for it. Raise the version of the changed one.`
        : sources,
    );
  }
  topic.retain = wider(topic.retain, retain);
  return topic;
}

/** What is defined on this page, by whom, who emits and who listens. */
export function listContracts(hub: Hub): ContractRecord[] {
  return [...hub.topics.values()].flatMap((topic) =>
    topic.contracts.map(({ contract: { schema, upcast, downcast, ...told }, definedBy }) => ({
      ...told,
      dom: domOf(topic),
      fieldTags: fieldTagsOf(schema),
      definedBy: [...definedBy],
      emitters: [...topic.emitters],
      listeners: [...new Set([...topic.subscriptions].map(({ source }) => source))],
    })),
  );
}

// biome-ignore lint/suspicious/noExplicitAny: compares contracts of every payload
function wider(one: Retain<any> | undefined, other: Retain<any> | undefined): Retain<any> | undefined {
  const howMany = (retain: typeof one): number =>
    typeof retain === 'object' ? Infinity : retain === 'latest' ? 1 : (retain ?? 0);
  return howMany(other) > howMany(one) ? other : one;
}
