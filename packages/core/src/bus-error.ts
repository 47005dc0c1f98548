import { messageOf } from './error-message.ts';

/** Where a payload breaks its schema: the path first, then what was expected. */
export interface PayloadIssue {
  /** `lines.0.quantity`; empty for the payload itself. */
  readonly path: string;
  readonly message: string;
}

type InPayload = { type: string; source: string; path: string };

/**
 * What each code tells beside its message.
 *
 * What is wrong with code rather than with an event is told in development only: `invalid-…` (but for `invalid-payload`),
 * `contract-conflict`, and `reserved-name` where an event is defined.
 */
export interface BusErrorDetails {
  'invalid-event-name': { type: unknown };
  'reserved-name': { type: string };
  'invalid-contract': { type: string; problem: string };
  'invalid-source': { source: unknown };
  'invalid-pattern': { pattern: unknown; source: string };
  'invalid-handler': { target: string; source: string; given: string };
  'invalid-option': { option: string; given: unknown; expected: string; source: string };
  'invalid-stage': { stage: string; problem: string; source: string };
  'invalid-event': { source: string; attribute: string };
  'unknown-contract': { type: string; source: string; known: readonly string[] };
  'contract-conflict': { type: string; version: number; source: string };
  'invalid-payload': { type: string; version: number; source: string; issues: readonly PayloadIssue[] };
  'payload-function': InPayload;
  'payload-symbol': InPayload;
  'payload-cycle': InPayload;
  'payload-unreadable': InPayload;
  'payload-forbidden-key': InPayload;
  'payload-class-instance': InPayload;
  'payload-dom-node': InPayload;
  'payload-too-deep': InPayload;
  'payload-too-many-nodes': InPayload;
  'payload-too-large': InPayload;
  'async-schema': { type: string; version: number; source: string };
  'schema-failed': { type: string; version: number; source: string };
  'cast-failed': { type: string; from: number; to: number; source: string };
  'callback-failed': { callback: string; type: string; source: string };
  'async-callback': { callback: string; type: string; source: string };
  'stage-failed': { stage: string; type: string; source: string };
  'handler-failed': { type: string; id: string; emitter: string; source: string; attempts: number };
  'policy-refused': { type: string; id: string; emitter: string; source: string };
  'timed-out': { type: string; source: string; after: number };
  'queue-overflow': { type: string; source: string; maxQueue: number };
  'event-expired': { type: string; source: string; emitter: string; expirytime: number };
  'too-many-hops': { type: string; source: string; limit: number; answered: string };
  'rate-exceeded': { type: string; source: string; limit: number; per: number; burst: number };
  forbidden: { action: 'publish' | 'subscribe'; type: string; source: string; allowed: readonly string[] };
  disposed: { action: string; source: string };
  'store-conflict': { source: string; keeper: string };
  'store-failed': { action: 'load' | 'put' | 'delete'; source: string };
  'protocol-mismatch': { ours: number; theirs: unknown; source: string };
  'page-copy-missing': { ours: string };
  'page-copy-mismatch': { ours: string; theirs: unknown };
}

/**
 * What the codes of Busbar's other packages tell; each package declares its own. Of what it tells, `message` is the sentence
 * for people.
 *
 * @example
 * declare module '@busbar/core' {
 *   interface PackageErrorDetails {
 *     'no-replier': { message: string; type: string };
 *   }
 * }
 */
// biome-ignore lint/suspicious/noEmptyInterface: filled by declaration merging in other packages
export interface PackageErrorDetails {}

/** What went wrong, as a stable slug: each has a page in the documentation. */
export type BusErrorCode = keyof BusErrorDetails | keyof PackageErrorDetails;

/** The particulars of a code. */
export type DetailsOf<Code extends BusErrorCode> = (BusErrorDetails & PackageErrorDetails)[Code];

/** What a BusError of any copy of Busbar is told by. */
export const busErrorBrand: unique symbol = Symbol.for('busbar.error');

/**
 * The one error class of Busbar: `code` says what went wrong, `details` the particulars, `cause` what lay behind it.
 *
 * Tell it by `isBusError`, never by `instanceof`: a page may hold several copies of this class.
 */
export class BusError<Code extends BusErrorCode = BusErrorCode> extends Error {
  override readonly name = 'BusError';
  readonly code: Code;
  readonly details: DetailsOf<Code>;

  constructor(code: Code, details: DetailsOf<Code>, cause?: unknown) {
    super(messageOf(code, details), cause === undefined ? undefined : { cause });
    this.code = code;
    this.details = details;
    Object.defineProperty(this, busErrorBrand, { value: true });
  }
}

/**
 * Says whether something is a BusError, of a certain code if one is given, whichever copy of Busbar threw it.
 *
 * @example
 * if (isBusError(error, 'invalid-payload')) show(error.details.issues);
 */
export function isBusError<Code extends BusErrorCode = BusErrorCode>(value: unknown, code?: Code): value is BusError<Code> {
  try {
    const error = value as BusError & { readonly [busErrorBrand]?: true };
    return error[busErrorBrand] === true && (code === undefined || error.code === code);
  } catch {
    // Null, undefined, and values that throw when they are looked at, such as revoked proxies.
    return false;
  }
}
