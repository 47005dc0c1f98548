import type { Retain } from '../define-event.ts';

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
