import type { EmitOptions } from '../bus.ts';
import { assertFit, isCount, memberOf, type Rule } from '../option-rules.ts';

const isText = (given: unknown): boolean => typeof given === 'string';
const text: Rule = [isText, 'a text'];

const rules: Record<keyof EmitOptions, Rule> = {
  cause: [(given) => given === false || (isText(memberOf(given, 'id')) && isCount(memberOf(given, 'hops'))), 'an event or false'],
  subject: text,
  correlationid: text,
  traceparent: text,
  tracestate: text,
  idempotencykey: text,
  ttl: [(given) => typeof given === 'number' && !Number.isNaN(given), 'milliseconds'],
};

/**
 * Refuses what would make an event that no other context could read.
 *
 * @throws BusError `invalid-option`.
 */
export function assertEmitOptions(options: EmitOptions, source: string): void {
  assertFit(options, rules, source);
}
