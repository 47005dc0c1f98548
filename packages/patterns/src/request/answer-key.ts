import type { BusEvent } from '@busbar/core';

/**
 * The idempotency key of an answer: the request, the id of the replier's subscription, and which of its answers it is: of
 * which try, the how many-th. It makes an answer that is delivered twice one, and tells repliers of one source apart.
 */
export function answerKey(request: BusEvent, replier: number, place: `${number}/${number}` | 'failed'): string {
  return `${request.id}/${replier}/${place}`;
}

/** The id of the replier whose answer it is; not a number where somebody else made the key. */
export function replierOf({ idempotencykey = '' }: BusEvent): number {
  return Number(idempotencykey.split('/')[1]);
}
