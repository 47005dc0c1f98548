import { type AnyEventContract, type Cast, defineEvent, type EventDefinition, type Lifecycle } from '@busbar/core';
import type { StandardSchemaV1 } from '@standard-schema/spec';
import type { Failure } from './failure.ts';
import { fieldsSchema } from './fields-schema.ts';
import type { Abort, End, RequestContract, StreamContract } from './request-contract.ts';

type Casts = Readonly<Record<number, Cast>>;

/** Everything about a request but its name. */
export interface RequestDefinition<
  Request extends StandardSchemaV1 = StandardSchemaV1,
  Reply extends StandardSchemaV1 = StandardSchemaV1,
  Stream extends boolean = boolean,
> {
  /** A whole number from 1 on, for both sides; raise it when the shape of the request or of the reply changes. */
  readonly version: number;
  /** What is asked. Any Standard Schema that answers synchronously. */
  readonly request: Request;
  /** What is answered. Any Standard Schema that answers synchronously. */
  readonly reply: Reply;
  /** Whether it is answered by any number of replies, one after the other. Default `false`: by one. */
  readonly stream?: Stream;
  /** Casts from one version to the next, for each side: those of an event. */
  readonly upcast?: { readonly request?: Casts; readonly reply?: Casts };
  /** Casts from one version to the former, for each side. */
  readonly downcast?: { readonly request?: Casts; readonly reply?: Casts };
  /** Whether its events are mirrored to `window` and heard from it. Default `off`. */
  readonly dom?: 'both' | 'out' | 'off';
  /** One sentence for people: what is asked for. */
  readonly summary?: string;
  /** The team that answers for the contract. */
  readonly owner?: string;
  readonly lifecycle?: Lifecycle;
  /** Words to find its events by. */
  readonly tags?: readonly string[];
  /** Payloads that satisfy the schemas, for documentation and tests. */
  readonly examples?: {
    readonly request?: readonly StandardSchemaV1.InferInput<Request>[];
    readonly reply?: readonly StandardSchemaV1.InferInput<Reply>[];
  };
}

type In<Schema extends StandardSchemaV1> = StandardSchemaV1.InferInput<Schema>;
type Out<Schema extends StandardSchemaV1> = StandardSchemaV1.InferOutput<Schema>;
type ContractOf<
  Name extends string,
  Request extends StandardSchemaV1,
  Reply extends StandardSchemaV1,
  Stream extends boolean,
> = Stream extends true
  ? StreamContract<Name, In<Request>, Out<Request>, In<Reply>, Out<Reply>>
  : RequestContract<Name, In<Request>, Out<Request>, In<Reply>, Out<Reply>>;

/**
 * Defines a request and its replies as ordinary events: `stock:reservation` is asked for by `stock:reservationRequested` and
 * answered by `stock:reservationReplied` or `stock:reservationFailed`; a stream ends with `stock:reservationEnded`, and
 * `stock:reservationAborted` says that the asker no longer wants an answer. What it returns has these contracts and nothing
 * else, so it is listed where contracts are: in `createBus({ contracts: [reservation] })`, and in files that the
 * compatibility gate reads.
 *
 * @throws what `defineEvent` throws.
 * @example
 * const reservation = defineRequest('stock:reservation', {
 *   version: 1,
 *   request: z.object({ sku: z.string(), quantity: z.number() }),
 *   reply: z.object({ reservation: z.string() }),
 * });
 */
export function defineRequest<
  const Name extends string,
  Request extends StandardSchemaV1,
  Reply extends StandardSchemaV1,
  const Stream extends boolean = false,
>(name: Name, definition: RequestDefinition<Request, Reply, Stream>): ContractOf<Name, Request, Reply, Stream> {
  const { version, request, reply, stream, upcast, downcast, examples, summary, dom = 'off', ...told } = definition;
  const define = (ending: string, event: Omit<EventDefinition, 'dom'>): AnyEventContract =>
    defineEvent(`${name}${ending}`, { ...told, ...event, dom });
  const side = (of: 'request' | 'reply') => ({
    version,
    ...(upcast?.[of] && { upcast: upcast[of] }),
    ...(downcast?.[of] && { downcast: downcast[of] }),
    ...(examples?.[of] && { examples: examples[of] }),
  });
  return Object.freeze({
    requested: define('Requested', { ...side('request'), schema: request, ...(summary && { summary }) }),
    replied: define('Replied', { ...side('reply'), schema: reply, summary: `A reply to ${name}Requested` }),
    failed: define('Failed', { version: 1, schema: failure, summary: `${name}Requested could not be answered` }),
    aborted: define('Aborted', { version: 1, schema: abort, summary: `${name}Requested needs no answer any more` }),
    ...(stream && {
      ended: define('Ended', { version: 1, schema: end, summary: `The last reply to ${name}Requested was given` }),
    }),
  }) as never;
}

const failure = /* @__PURE__ */ fieldsSchema<Failure>({ code: 'string', message: 'string', details: 'anything' });
const abort = /* @__PURE__ */ fieldsSchema<Abort>({ reason: 'string' });
const end = /* @__PURE__ */ fieldsSchema<End>({ replies: 'number' });
