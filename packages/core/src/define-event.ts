import type { StandardSchemaV1 } from '@standard-schema/spec';
import { assertContract } from './assert-contract.ts';
import { BusError } from './bus-error.ts';
import { inDevelopment } from './development.ts';
import { isReserved } from './event-name.ts';

/** How many events of a type the hub keeps for those who subscribe later. */
export type Retain<Data> =
  | 'latest'
  | number
  | {
      /** How many to keep for each key. */
      readonly last: number;
      /** The key, as in a compacted topic: `(cart) => cart.id`. */
      by(data: Data): string | number;
      /**
       * Answers true for a payload that says its key is gone: what was kept of the key is let go, and nothing takes its place.
       * Who subscribes later does not hear of it, also not with `replay: { after }`.
       */
      tombstone?(data: Data): boolean;
    };

/** How often one source may emit an event. */
export interface Rate {
  /** Events per `per`, from 1 on. */
  readonly limit: number;
  /** Milliseconds. Default 1,000. */
  readonly per?: number;
  /** Events that may come at once after a pause, from 1 on. Default `limit`. */
  readonly burst?: number;
}

/** Where a contract is in its life. */
export type Lifecycle =
  /** Its shape may still change without a new version. */
  | 'draft'
  /** Its shape is fixed; another shape is another version. */
  | 'stable'
  /** To be left by the date (`2027-03-31`), in favour of the successor if there is one. */
  | { readonly deprecated: string; readonly successor?: string };

/** Turns a payload of one version into the next (upcast) or the previous (downcast). Synchronous and pure. */
// biome-ignore lint/suspicious/noExplicitAny: a cast knows the shape of another version, which no type of this version can say
export type Cast = (data: any) => unknown;

/** Everything about an event but its name. */
export interface EventDefinition<Schema extends StandardSchemaV1 = StandardSchemaV1> {
  /** A whole number from 1 on; raise it when the payload's shape changes. */
  readonly version: number;
  /** Any Standard Schema (Zod, Valibot, ArkType) that answers synchronously. What it returns is what is published. */
  readonly schema: Schema;
  /** `upcast[n]` turns a payload of version n into version n + 1; the hub walks from version to version. */
  readonly upcast?: Readonly<Record<number, Cast>>;
  /** `downcast[n]` turns a payload of version n + 1 into version n, for receivers that are behind. */
  readonly downcast?: Readonly<Record<number, Cast>>;
  /** What late subscribers are given. Default: nothing is kept. */
  readonly retain?: Retain<StandardSchemaV1.InferOutput<Schema>>;
  /** Whether the event is mirrored to `window` as a `CustomEvent` and heard from it. Default `both`; `off` where a field is tagged `pii`. */
  readonly dom?: 'both' | 'out' | 'off';
  /** Milliseconds after which the event is no longer given to anybody. Default: never. */
  readonly ttl?: number;
  /** How often each source may emit the event; what is more is a dead letter `rate-exceeded`, and `emit` does not throw. Default: as often as it likes. */
  readonly rate?: Rate;
  /** One sentence for people: what happened. */
  readonly summary?: string;
  /** The team that answers for the contract. */
  readonly owner?: string;
  /** Where the contract is in its life; for people and for the compatibility gate, the bus treats all alike. Default `stable`. */
  readonly lifecycle?: Lifecycle;
  /** Words to find it by; `pii` also keeps it off `window`. */
  readonly tags?: readonly string[];
  /** Payloads that satisfy the schema, for documentation and tests. */
  readonly examples?: readonly StandardSchemaV1.InferInput<Schema>[];
  /** Identifies the schema's exact shape; the lock file gives it. Lets the hub tell two contracts of the same version apart. */
  readonly fingerprint?: string;
}

/** An event defined once: name, version, schema. Pure frozen data; the only thing that micro-frontends share. */
export interface EventContract<Type extends string = string, Input = unknown, Output = Input>
  extends EventDefinition<StandardSchemaV1<Input, Output>> {
  readonly type: Type;
}

/** Any contract, whatever its payload. */
// biome-ignore lint/suspicious/noExplicitAny: a contract is both given and giving its payload, so only any fits all of them
export type AnyEventContract = EventContract<string, any, any>;

/** What `emit` takes for a contract: the schema's input. */
export type InputOf<Contract> = Contract extends EventContract<string, infer Input, infer _> ? Input : never;
/** What a handler is given as `data`: the schema's output. */
export type OutputOf<Contract> = Contract extends EventContract<string, infer _, infer Output> ? Output : never;

type ContractOf<Type extends string, Definition> = Definition extends { readonly schema: infer Schema extends StandardSchemaV1 }
  ? EventContract<Type, StandardSchemaV1.InferInput<Schema>, StandardSchemaV1.InferOutput<Schema>>
  : never;

/**
 * Defines one event.
 *
 * @throws BusError `invalid-event-name` unless the name is `domain:pastTense`; `reserved-name` for the domain `busbar`;
 * `invalid-contract` unless the version is a whole number from 1 on and the schema a Standard Schema.
 * @example
 * const started = defineEvent('checkout:started', { version: 1, schema: z.object({ total: z.number() }) });
 */
export function defineEvent<const Type extends string, Schema extends StandardSchemaV1>(
  type: Type,
  definition: EventDefinition<Schema>,
): ContractOf<Type, { readonly schema: Schema }> {
  const contract = { ...definition, type };
  if (inDevelopment) {
    assertContract(contract);
    if (isReserved(type)) throw new BusError('reserved-name', { type });
  }
  return Object.freeze(contract) as never;
}

/**
 * Defines the events of one domain: `defineEvents('cart', { itemAdded })` gives a contract named `cart:itemAdded`.
 *
 * @throws what `defineEvent` throws.
 * @example
 * const cart = defineEvents('cart', { itemAdded: { version: 1, schema: z.object({ sku: z.string() }) } });
 * bus.emit(cart.itemAdded, { sku: 'A-1' });
 */
export function defineEvents<const Domain extends string, Schemas extends Record<string, StandardSchemaV1>>(
  domain: Domain,
  definitions: { readonly [Name in keyof Schemas]: EventDefinition<Schemas[Name]> },
): { readonly [Name in keyof Schemas & string]: ContractOf<`${Domain}:${Name}`, { readonly schema: Schemas[Name] }> } {
  const contracts = Object.entries(definitions).map(([name, definition]) => [name, defineEvent(`${domain}:${name}`, definition)]);
  return Object.freeze(Object.fromEntries(contracts));
}
