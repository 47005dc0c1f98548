import type { EventContract, InputOf, OutputOf } from '@busbar/core';
import type { Failure } from './failure.ts';

/** Why an asker no longer wants an answer: `timed-out` or `aborted`. */
export interface Abort {
  readonly reason: string;
}

/** How many replies a stream had. */
export interface End {
  readonly replies: number;
}

/** A request defined once: the contracts of the events that it is made of, and nothing else. */
export type RequestContract<
  Name extends string = string,
  RequestInput = unknown,
  RequestOutput = RequestInput,
  ReplyInput = unknown,
  ReplyOutput = ReplyInput,
> = {
  /** What the asker emits. */
  readonly requested: EventContract<`${Name}Requested`, RequestInput, RequestOutput>;
  /** What a replier emits: once, or several times for a stream. */
  readonly replied: EventContract<`${Name}Replied`, ReplyInput, ReplyOutput>;
  /** What a replier emits in place of a reply, or in the middle of a stream. */
  readonly failed: EventContract<`${Name}Failed`, Failure>;
  /** What the asker emits when it no longer wants an answer. */
  readonly aborted: EventContract<`${Name}Aborted`, Abort>;
};

/** A request that is answered by a stream of replies. */
export type StreamContract<
  Name extends string = string,
  RequestInput = unknown,
  RequestOutput = RequestInput,
  ReplyInput = unknown,
  ReplyOutput = ReplyInput,
> = RequestContract<Name, RequestInput, RequestOutput, ReplyInput, ReplyOutput> & {
  /** What a replier emits after the last reply. */
  readonly ended: EventContract<`${Name}Ended`, End>;
};

/** Any request, whatever it asks for. */
// biome-ignore lint/suspicious/noExplicitAny: a contract is both given and giving its payloads, so only any fits all of them
export type AnyRequestContract = RequestContract<string, any, any, any, any> & { readonly ended?: EventContract<string, any> };

/** What `request` takes: the input of the request's schema. */
export type RequestInput<Contract extends AnyRequestContract> = InputOf<Contract['requested']>;
/** What the handler of `reply` is given: the output of the request's schema. */
export type RequestOutput<Contract extends AnyRequestContract> = OutputOf<Contract['requested']>;
/** What the handler of `reply` answers: the input of the reply's schema. */
export type ReplyInput<Contract extends AnyRequestContract> = InputOf<Contract['replied']>;
/** What `request` resolves with: the output of the reply's schema. */
export type ReplyOutput<Contract extends AnyRequestContract> = OutputOf<Contract['replied']>;
