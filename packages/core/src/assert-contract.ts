import { BusError } from './bus-error.ts';
import type { AnyEventContract, Lifecycle, Rate } from './define-event.ts';
import { isEventName } from './event-name.ts';
import { isCount, isFunction, isObject, memberOf } from './option-rules.ts';

/** @throws BusError `invalid-event-name`, `invalid-contract` for what is no contract. */
export function assertContract(contract: AnyEventContract): void {
  const {
    type,
    version,
    schema,
    rate,
    retain = 0,
    dom = 'both',
    ttl = 0,
    tags = [],
    upcast = {},
    downcast = {},
    lifecycle = 'stable',
  } = contract ?? {};
  if (!isEventName(type)) throw new BusError('invalid-event-name', { type });
  const problem = [
    (!Number.isSafeInteger(version) || version < 1) && 'its version is no whole number from 1 on',
    typeof schema?.['~standard']?.validate !== 'function' && 'its schema is no Standard Schema',
    !isRetain(retain) && 'its retain is neither latest, a number nor { last, by, tombstone? }',
    !['both', 'out', 'off'].includes(dom) && 'its dom is none of both, out, off',
    (typeof ttl !== 'number' || Number.isNaN(ttl)) && 'its ttl is no number of milliseconds',
    !Array.isArray(tags) && 'its tags are no list',
    !isLifecycle(lifecycle) && 'its lifecycle is neither draft, stable nor { deprecated: date }',
    ![upcast, downcast].every(areCasts) && 'its upcast and downcast need functions by version',
    rate !== undefined && !isRate(rate) && 'its rate needs a limit from 1 on, and may have a per above 0 and a burst from 1 on',
  ].find((found) => found !== false);
  if (problem) throw new BusError('invalid-contract', { type, problem });
}

function isRate(rate: Rate | null): boolean {
  const { limit = 0, per = 1, burst = 1 } = rate ?? {};
  return [limit, per, burst].every(Number.isFinite) && limit >= 1 && per > 0 && burst >= 1;
}

function isRetain(retain: unknown): boolean {
  const tombstone = memberOf(retain, 'tombstone');
  const isKept =
    isCount(memberOf(retain, 'last')) && isFunction(memberOf(retain, 'by')) && (tombstone === undefined || isFunction(tombstone));
  return retain === 'latest' || isCount(retain) || isKept;
}

function isLifecycle(lifecycle: Lifecycle): boolean {
  if (lifecycle === 'draft' || lifecycle === 'stable') return true;
  const [date, successor = ''] = [memberOf(lifecycle, 'deprecated'), memberOf(lifecycle, 'successor')];
  return typeof date === 'string' && typeof successor === 'string';
}

function areCasts(casts: unknown): boolean {
  return isObject(casts) && Object.values(casts as object).every(isFunction);
}
