import { BusError } from '@busbar/core';
import type { CompareOptions } from './compare-with-store.ts';

/** @throws BusError `invalid-option`. */
export function checkOptions(options: CompareOptions<never, never>, source: string): void {
  const check = (option: keyof CompareOptions<never, never>, fits: boolean, expected: string): void => {
    if (!fits) throw new BusError('invalid-option', { option, given: options[option], expected, source });
  };
  const { name, settle = 100, within = 5_000, traceLimit = 100, compare, safeAfter = {} } = options;
  check('name', typeof name === 'string' && name !== '', 'a text that differences are told under');
  check('store', typeof options.store?.actions === 'function', 'a store, such as `reduxStore(store)`');
  check('select', typeof options.select === 'function', 'a function of the state');
  check('readable', typeof options.readable?.get === 'function', 'a readable value, such as `bus.latest(contract)`');
  check('compare', compare === undefined || typeof compare === 'function', 'a function of both values');
  check('settle', isDuration(settle), 'milliseconds from 0 on');
  check('within', isDuration(within), 'milliseconds from 0 on');
  check('traceLimit', Number.isSafeInteger(traceLimit) && traceLimit > 0, 'a whole number from 1 on');
  const { agreements = 1, time = 0 } = safeAfter;
  check('safeAfter', agreements >= 0 && isDuration(time), '`agreements` and `time`, numbers from 0 on');
}

function isDuration(given: number): boolean {
  return Number.isFinite(given) && given >= 0;
}
