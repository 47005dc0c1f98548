import type { SagaFailure } from '@busbar/patterns';
import type { CancelReason } from 'contracts';

/** Why an order comes to nothing, by the step that failed: what it says where a service said no, and what else is wrong. */
const reasons: Readonly<
  Record<string, { readonly refusals: Readonly<Record<string, CancelReason>>; readonly else: CancelReason }>
> = {
  reserveStock: { refusals: { 'out-of-stock': 'out-of-stock' }, else: 'stock-silent' },
  takePayment: { refusals: { 'payment-declined': 'payment-declined' }, else: 'payment-silent' },
};

/** What to tell the customer of a saga that failed. */
export function cancelReason(failure: SagaFailure | undefined): CancelReason {
  const known = failure && reasons[failure.step];
  return known ? (known.refusals[refusalOf(failure.error) ?? ''] ?? known.else) : 'not-confirmed';
}

/** The code that a service refused a request with; undefined for every other error. */
export function refusalOf(error: unknown): string | undefined {
  const { code, details } = Object(error) as {
    readonly code?: unknown;
    readonly details?: { readonly failure?: { code?: string } };
  };
  return code === 'request-failed' ? details?.failure?.code : undefined;
}
