import type { Bus } from '@busbar/core';
import { asapScheduler, firstValueFrom, type Observable, observeOn, throwIfEmpty } from 'rxjs';
import { assertOptions } from '../assert-options.ts';
import { inDevelopment } from '../development.ts';
import { type Answer, allAnswers } from './all-answers.ts';
import { replies } from './replies.ts';
import type { AnyRequestContract, ReplyOutput, RequestInput } from './request-contract.ts';
import { requestFailed } from './request-errors.ts';
import { type RequestOptions, requestRules } from './request-options.ts';

/**
 * Asks, and resolves with the reply; of a stream, with the first one. With `repliers: 'all'` it resolves with what each of
 * those who are there has answered, once all have or the time is over.
 *
 * The request is emitted before the call returns, and takes the event whose handler is running for its cause. Rejects with
 * BusError `no-replier` where nobody replies, at once or, with `whenNobody: 'wait'`, when the time is over; `request-failed`
 * where a replier throws, goes away, or answers what breaks the contract; `timed-out`; `disposed` when the bus goes first;
 * the signal's reason; `forbidden`, `invalid-payload` and whatever else `emit` refuses the request for; in development
 * `invalid-option`.
 *
 * @example
 * const { reservation } = await request(bus, stock.reservation, { sku: 'A-1', quantity: 2 }, { timeout: 3_000, signal });
 */
export function request<Contract extends AnyRequestContract & { readonly ended?: never }>(
  bus: Bus,
  contract: Contract,
  data: RequestInput<Contract>,
  options: RequestOptions & { readonly repliers: 'all' },
): Promise<readonly Answer<ReplyOutput<Contract>>[]>;
export function request<Contract extends AnyRequestContract>(
  bus: Bus,
  contract: Contract,
  data: RequestInput<Contract>,
  options?: RequestOptions & { readonly repliers?: 'first' },
): Promise<ReplyOutput<Contract>>;
export async function request(
  bus: Bus,
  contract: AnyRequestContract,
  data: unknown,
  options: RequestOptions = {},
): Promise<unknown> {
  const told = checked(bus, options);
  if (told.repliers === 'all') return allAnswers(bus, contract, data, told);
  const nothing = { code: 'no-reply', message: 'Its stream ended without a reply.' };
  return firstValueFrom(
    replies(bus, contract, data, told).pipe(throwIfEmpty(() => requestFailed(contract.requested, 'stream', nothing))),
  );
}

/**
 * Asks, and gives the replies of a stream as an RxJS Observable: cold, each observer asks anew. Of several repliers, it is
 * the stream of the first that replies. Unsubscribing tells the replier to stop.
 *
 * `timeout` is for the first reply. Errors as `request` rejects; what was replied before comes first.
 *
 * @throws BusError `invalid-option`, in development.
 * @example
 * request$(bus, prices.quote, { symbol: 'BUS' }).pipe(takeUntil(left$)).subscribe(({ price }) => show(price));
 */
export function request$<Contract extends AnyRequestContract>(
  bus: Bus,
  contract: Contract,
  data: RequestInput<Contract>,
  options: Omit<RequestOptions, 'repliers'> = {},
): Observable<ReplyOutput<Contract>> {
  const replies$ = replies(bus, contract, data, checked(bus, { ...options, repliers: 'first' }));
  // Observers run after the replier's emitting call, as all who hear events do.
  return (replies$ as Observable<ReplyOutput<Contract>>).pipe(observeOn(asapScheduler));
}

/** Options that fit, with the cause that holds now. */
function checked(bus: Bus, options: RequestOptions): RequestOptions {
  if (inDevelopment) assertOptions(options, requestRules, bus.source);
  return { ...options, cause: options.cause ?? bus.hub.handling ?? false };
}
