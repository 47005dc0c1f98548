import type { AnyEventContract, Retain } from '../define-event.ts';
import type { Hub, Topic } from './hub.ts';
import { topicOf } from './topic.ts';
import { warnOnce } from './warn-once.ts';

/** One version of one contract, as the hub knows it. */
export interface ContractRecord {
  readonly type: string;
  readonly version: number;
  readonly summary?: string;
  readonly owner?: string;
  readonly tags?: readonly string[];
  // biome-ignore lint/suspicious/noExplicitAny: a record holds contracts of every payload
  readonly retain?: Retain<any>;
  readonly dom: 'both' | 'out' | 'off';
  readonly ttl?: number;
  readonly fingerprint?: string;
  /** Sources that brought this version. */
  readonly definedBy: readonly string[];
  /** Sources that have emitted the event, in any version. */
  readonly emitters: readonly string[];
  /** Sources that listen to the event now, by name or by pattern. */
  readonly listeners: readonly string[];
}

/** Makes a contract known to the hub and answers its topic. Each copy of Busbar brings contract objects of its own. */
export function registerContract(hub: Hub, contract: AnyEventContract, source: string): Topic {
  const topic = topicOf(hub, contract.type);
  const sameVersion = topic.contracts.filter((entry) => entry.contract.version === contract.version);
  const same = sameVersion.find((entry) => !differ(entry.contract, contract));
  if (same) same.definedBy.add(source);
  else topic.contracts.push({ contract, definedBy: new Set([source]) });
  if (!same && sameVersion[0]) warnOfDrift(hub, topic, contract, source, [...sameVersion[0].definedBy]);
  topic.retain = wider(topic.retain, contract.retain);
  topic.dom = narrower(topic.dom, contract.dom ?? 'both');
  topic.mirrored = undefined;
  return topic;
}

/** What is defined on this page, by whom, who emits and who listens. */
export function listContracts(hub: Hub): ContractRecord[] {
  return [...hub.topics.values()].flatMap((topic) =>
    topic.contracts.map(({ contract, definedBy }) => {
      const { schema: _schema, upcast: _upcast, downcast: _downcast, examples: _examples, ...described } = contract;
      return {
        ...described,
        dom: topic.dom,
        definedBy: [...definedBy],
        emitters: [...topic.emitters],
        listeners: [...new Set(topic.subscriptions.map(({ source }) => source))],
      };
    }),
  );
}

function differ(one: AnyEventContract, other: AnyEventContract): boolean {
  return one.fingerprint !== undefined && other.fingerprint !== undefined && one.fingerprint !== other.fingerprint;
}

function warnOfDrift(hub: Hub, topic: Topic, { type, version }: AnyEventContract, source: string, others: string[]): void {
  topic.drifted.add(version);
  warnOnce(
    hub,
    `contract-drift ${type}`,
    `"${source}" and "${others.join('", "')}" both call their contract "${type}" v${version}, but the two differ. Each receiver's own schema decides for it; raise the version of the changed one.`,
  );
}

// biome-ignore lint/suspicious/noExplicitAny: compares contracts of every payload
function wider(one: Retain<any> | undefined, other: Retain<any> | undefined): Retain<any> | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  if (typeof one === 'object' || typeof other === 'object') return typeof one === 'object' ? one : other;
  return Math.max(one === 'latest' ? 1 : one, other === 'latest' ? 1 : other);
}

function narrower(one: Topic['dom'], other: Topic['dom']): Topic['dom'] {
  if (one === 'off' || other === 'off') return 'off';
  return one === 'out' || other === 'out' ? 'out' : 'both';
}
