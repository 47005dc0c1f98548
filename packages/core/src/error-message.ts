import type { BusErrorCode, BusErrorDetails } from './bus-error.ts';
import { inDevelopment } from './development.ts';

type Messages = { readonly [Code in keyof BusErrorDetails]: (details: BusErrorDetails[Code]) => string };
type InPayload = BusErrorDetails['payload-function'];

const refusedPayload =
  (what: string, advice: string) =>
  ({ source, type, path }: InPayload): string =>
    `"${source}" emitted "${type}" with ${what} at \`${path || '(payload)'}\`. ${advice}`;

/** What the attributes of an event are that are no texts. */
const expected: Record<string, string> = {
  type: 'an event name',
  time: 'milliseconds since the Unix epoch',
  expirytime: 'milliseconds since the Unix epoch',
  dataversion: 'a whole number from 1 on',
  hops: 'a whole number from 0 on',
};

/** Each message says what happened, who did it, what was expected and what to do next. */
const messages: Messages = {
  'invalid-event-name': ({ type }) => `${quoted(type)} is no event name. Name events domain:pastTense, such as "cart:itemAdded".`,
  'reserved-name': ({ type }) =>
    `"${type}" is a name of the hub's own, as all that begin with "busbar:" are. Choose another domain, such as "cart:itemAdded".`,
  'invalid-contract': ({ type, problem }) => `The contract "${type}" cannot be used: ${problem}.`,
  'invalid-source': ({ source }) => `${quoted(source)} is no source. Name the micro-frontend: createBus({ source: "cart" }).`,
  'invalid-pattern': ({ pattern, source }) =>
    `"${source}" asked for ${quoted(pattern)}, which is no pattern. Use whole segments: "cart:*" for one, "cart:**" for the rest.`,
  'invalid-handler': ({ target, source, given }) =>
    `"${source}" subscribed to "${target}" with ${given} for a handler. Pass a function.`,
  'invalid-option': ({ option, given, expected, source }) =>
    `"${source}" set ${option} to ${quoted(given)}. Expected ${expected}.`,
  'invalid-stage': ({ stage, problem, source }) => `The stage "${stage}" of "${source}" cannot be placed: ${problem}.`,
  'invalid-event': ({ source, attribute }) =>
    `"${source}" adopted what is no event: its ${attribute} ${attribute === 'data' ? 'cannot be read' : `is not ${expected[attribute] ?? 'a text of 1 to 1,024 characters'}`}. Hand over events as another context emitted them.`,
  'unknown-contract': ({ type, source, known }) =>
    `"${source}" used the name "${type}", which no contract on this page defines. ${known.length ? `Did you mean ${known.map(quoted).join(' or ')}? ` : ''}Pass the contract, or list it in createBus({ contracts }).`,
  'contract-conflict': ({ type, version, source }) =>
    `"${source}" uses two contracts "${type}" v${version} with different schemas. Raise the version of the changed one; after a hot reload, reload the page.`,
  'invalid-payload': ({ type, version, source, issues }) =>
    `"${source}" emitted "${type}" v${version}, but its payload breaks the contract: ${issues.map(({ path, message }) => `\`${path || '(payload)'}\`: ${message}`).join('; ')}. Fix the emitter, or emit a version that fits.`,
  'payload-function': /* @__PURE__ */ refusedPayload(
    'a function',
    'Events carry data; emit what happened and let the receiver act.',
  ),
  'payload-symbol': /* @__PURE__ */ refusedPayload('a symbol', 'Use a string.'),
  'payload-cycle': /* @__PURE__ */ refusedPayload('a cycle', 'Refer to the other object by its id.'),
  'payload-unreadable': /* @__PURE__ */ refusedPayload(
    'a property that throws when it is read',
    'Emit a plain copy of the values.',
  ),
  'payload-forbidden-key': /* @__PURE__ */ refusedPayload(
    'the key `__proto__` or `constructor`',
    'Such keys attack whoever merges them; leave them out.',
  ),
  'payload-class-instance': /* @__PURE__ */ refusedPayload(
    'a class instance',
    'Emit plain data: { ...instance }, an ISO string for a Date, an array for a Set.',
  ),
  'payload-dom-node': /* @__PURE__ */ refusedPayload('a DOM node', 'Emit what the node stands for, such as its id.'),
  'payload-too-deep': /* @__PURE__ */ refusedPayload('too many levels', 'Flatten it, or raise limits.depth.'),
  'payload-too-many-nodes': /* @__PURE__ */ refusedPayload('too many values', 'Send a reference, or raise limits.nodes.'),
  'payload-too-large': /* @__PURE__ */ refusedPayload('too much text', 'Send a reference, or raise limits.bytes.'),
  'async-schema': ({ type, version, source }) =>
    `The schema of "${type}" v${version}, used by "${source}", answered with a promise. Events are checked while they are emitted: remove asynchronous refinements and transforms that throw.`,
  'schema-failed': ({ type, version, source }) =>
    `The schema of "${type}" v${version}, used by "${source}", threw instead of answering. See the cause.`,
  'cast-failed': ({ type, from, to, source }) =>
    `"${source}" cannot read "${type}" v${from} as v${to}: the cast failed. See the cause, and fix upcast or downcast in the contract.`,
  'callback-failed': ({ callback, type, source }) => `${callback} of "${source}" threw for "${type}". See the cause.`,
  'async-callback': ({ callback, type, source }) =>
    `${callback} of "${source}" answered with a promise for "${type}". It must answer at once.`,
  'stage-failed': ({ stage, type, source }) =>
    `The stage "${stage}" of "${source}" failed for "${type}". Stages answer at once and do not throw. See the cause.`,
  'handler-failed': ({ type, id, emitter, source, attempts }) =>
    `The handler of "${source}" for "${type}" (${id}, from "${emitter}") failed${attempts > 1 ? ` ${attempts} times` : ''}. See the cause; the event waits in bus.deadLetters.`,
  'policy-refused': ({ type, id, emitter, source }) =>
    `The policy of "${source}" would not let it handle "${type}" (${id}, from "${emitter}"). The event waits in bus.deadLetters.`,
  'timed-out': ({ type, source, after }) =>
    `"${source}" waited ${after} ms for "${type}". Raise the timeout, or look at who keeps it waiting.`,
  'queue-overflow': ({ type, source, maxQueue }) =>
    `"${type}" found no room: ${maxQueue} events wait for "${source}" already. Make its handler faster, emit less, or choose another overflow or overlap.`,
  'event-expired': ({ type, source, emitter, expirytime }) =>
    `"${type}" from "${emitter}" expired at ${new Date(expirytime).toISOString()}, before "${source}" could handle it.`,
  'too-many-hops': ({ type, source, limit, answered }) =>
    `"${source}" emitted "${type}" in answer to "${answered}" after ${limit} answers in a row: the two seem to answer each other for ever, directly or through others. Break the ring, or raise limits.hops.`,
  'rate-exceeded': ({ type, source, limit, per, burst }) =>
    `"${source}" emits "${type}" more often than its contract allows: ${limit} in ${per} ms, ${burst} at once. What is too much waits in bus.deadLetters. Emit less, or raise the contract's rate.`,
  forbidden: ({ action, type, source, allowed }) =>
    `"${source}" may not ${action} "${type}". It may ${action} ${allowed.map(quoted).join(', ') || 'nothing'}.`,
  disposed: ({ action, source }) =>
    `"${source}" called \`${action}\` after it was disposed. Unmounted micro-frontends are silent; keep the new scope.`,
  'store-conflict': ({ source, keeper }) =>
    `"${source}" wants to keep the dead letters of this page, but "${keeper}" keeps them already. Keep them in one place; end the other's subscription first.`,
  'store-failed': ({ action, source }) =>
    `The store in which "${source}" keeps dead letters failed at \`${action}\`. See the cause. The letters are still in bus.deadLetters, but may be gone with the page.`,
  'protocol-mismatch': ({ ours, theirs, source }) =>
    `"${source}" brings a Busbar that speaks protocol ${ours}, but the hub of this page speaks ${quoted(theirs)}. Bring both to the same major version.`,
  'page-copy-missing': ({ ours }) =>
    `A bundle was built to take Busbar ${ours} from window.Busbar, and there is none. Load busbar.js by a script tag before the bundle, or build the bundle with a copy of its own.`,
  'page-copy-mismatch': ({ ours, theirs }) =>
    `A bundle was built to take Busbar ${ours} from window.Busbar, and that is of version ${quoted(theirs)}. Load a script of the same major version and of no older minor one (below 1.0, of the same), or build the bundle with a copy of its own.`,
};

/**
 * The message of an error, made from its details alone: sentences in development, code and details in production. Details
 * that rubbish got into may be beyond words; the code is told all the same.
 */
export function messageOf(code: BusErrorCode, details: unknown): string {
  try {
    return inDevelopment ? sentenceOf(code, details) : `${code} ${JSON.stringify(details)}`;
  } catch {
    return code;
  }
}

/** Codes of other packages bring their sentence along. */
function sentenceOf(code: string, details: unknown): string {
  const sentence: ((details: never) => string) | undefined = messages[code as keyof Messages];
  return sentence ? sentence(details as never) : (details as { readonly message: string }).message;
}

/** Anything as text, also what cannot be turned into text, such as `Object.create(null)`. */
export function quoted(value: unknown): string {
  try {
    return typeof value === 'string' ? `"${value}"` : String(value);
  } catch {
    return typeof value;
  }
}
