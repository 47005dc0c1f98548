import { type Bus, BusError, type Subscription } from '@busbar/core';
import { assertOptions } from '../assert-options.ts';
import { inDevelopment } from '../development.ts';
import { toSubscription } from '../to-subscription.ts';
import type { ReplyHandler } from './handler-answer.ts';
import { type ReplyOptions, replyRules } from './reply-options.ts';
import { Replying } from './replying.ts';
import type { AnyRequestContract } from './request-contract.ts';

/**
 * Answers requests: the handler is called for each, and what it returns is the reply. Returns the function that ends it;
 * who still waits for an answer then is told at once.
 *
 * An error with a kebab-case `code` is an answer, too: it crosses to the asker, and nothing else happens. Any other is
 * handled as in a handler of `on` (`retry`, `policy`), and ends as a dead letter here and as `request-failed` there.
 *
 * A request with the `idempotencykey` of another one is given the same answer, also while the handler is still at work; an
 * answer that was a failure is not remembered.
 *
 * @throws BusError `forbidden`, `disposed`; in development `invalid-handler`, `invalid-option`.
 * @example
 * reply(bus, stock.reservation, async ({ sku, quantity }, { signal }) => ({ reservation: await reserve(sku, quantity, signal) }));
 */
export function reply<Contract extends AnyRequestContract>(
  bus: Bus,
  contract: Contract,
  handler: ReplyHandler<Contract>,
  options: ReplyOptions = {},
): Subscription {
  const { source } = bus;
  if (inDevelopment) {
    assertOptions(options, replyRules, source);
    if (typeof handler !== 'function')
      throw new BusError('invalid-handler', { target: contract.requested.type, source, given: typeof handler });
  }
  if (options.signal?.aborted) return toSubscription(() => {});
  const replying = new Replying(bus, contract, handler as ReplyHandler<AnyRequestContract>, options);
  return toSubscription(() => replying.end());
}
