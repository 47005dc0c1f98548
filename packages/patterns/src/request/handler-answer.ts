import type { BusEvent } from '@busbar/core';
import type { Observable } from 'rxjs';
import type { AnyRequestContract, ReplyInput, RequestOutput } from './request-contract.ts';

/** What a handler of `reply` is given beside the request's payload. */
export interface ReplyContext<Contract extends AnyRequestContract> {
  /** Aborted when nobody wants the answer any more: its askers gave up, the time-out of the subscription has passed, or the replier ends. */
  readonly signal: AbortSignal;
  /** The event that asks; hand it on as `cause` to what is emitted or asked after an `await`. */
  readonly event: BusEvent<RequestOutput<Contract>>;
  /** 1 for the first try, 2 for the first retry. */
  readonly attempt: number;
}

type Now<Reply> = Reply | Observable<Reply> | AsyncIterable<Reply>;
type Replies<Contract extends AnyRequestContract> = Contract extends { readonly ended: unknown }
  ? Now<ReplyInput<Contract>>
  : ReplyInput<Contract>;

/** Answers a request: a reply or a promise of one; for a stream also an Observable or an async iterable. */
export type ReplyHandler<Contract extends AnyRequestContract> = (
  data: RequestOutput<Contract>,
  context: ReplyContext<Contract>,
) => Replies<Contract> | PromiseLike<Replies<Contract>>;
