import fc, { type Arbitrary } from 'fast-check';
import { isAllowedName } from './allowed-name.ts';

/** Any JSON that the bus lets through, for schemas that ask for nothing. */
export function anyJson(): Arbitrary<unknown> {
  const number = fc.double({ noDefaultInfinity: true, noNaN: true }).filter((value) => !Object.is(value, -0));
  return fc.anything({
    key: fc.string().filter(isAllowedName),
    values: [fc.constant(null), fc.boolean(), number, fc.string()],
  });
}
