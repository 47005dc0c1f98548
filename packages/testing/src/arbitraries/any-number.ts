import fc, { type Arbitrary } from 'fast-check';
import type { Keywords } from '../json-schema.ts';

/** Numbers that a schema allows. */
export function anyNumber(schema: Keywords, isWhole: boolean): Arbitrary<number> {
  const { minimum = -Infinity, maximum = Infinity } = schema as Record<string, number | undefined>;
  const { exclusiveMinimum: above = -Infinity, exclusiveMaximum: below = Infinity } = schema as Record<
    string,
    number | undefined
  >;
  const step = (schema['multipleOf'] as number | undefined) ?? (isWhole ? 1 : undefined);
  if (step) return multiples(step, { minimum, maximum, above, below }, isWhole);
  const bounds = {
    min: Math.max(minimum, above, -Number.MAX_VALUE),
    max: Math.min(maximum, below, Number.MAX_VALUE),
    minExcluded: above >= minimum && above > -Infinity,
    maxExcluded: below <= maximum && below < Infinity,
  };
  // Minus zero is none that JSON has.
  return fc.double({ ...bounds, noNaN: true }).map((number) => number || 0);
}

interface Bounds {
  readonly minimum: number;
  readonly maximum: number;
  readonly above: number;
  readonly below: number;
}

function multiples(step: number, { minimum, maximum, above, below }: Bounds, isWhole: boolean): Arbitrary<number> {
  const size = isWhole && !Number.isInteger(step) ? 1 : step;
  const least = Math.max(Math.ceil(minimum / size), Math.floor(above / size) + 1, Math.ceil(-Number.MAX_SAFE_INTEGER / size));
  const most = Math.min(Math.floor(maximum / size), Math.ceil(below / size) - 1, Math.floor(Number.MAX_SAFE_INTEGER / size));
  const [min, max] = [least, most].map((bound) => Math.min(Math.max(bound, -Number.MAX_SAFE_INTEGER), Number.MAX_SAFE_INTEGER));
  return fc.integer({ min: min!, max: max! }).map((count) => tidy(count * size, size));
}

/** Three times 0.1 is 0.3 for people, and for validators of multiples. */
function tidy(number: number, step: number): number {
  const digits = String(step).split('.')[1]?.length ?? 0;
  return digits > 0 && digits <= 20 ? Number(number.toFixed(digits)) : number;
}
