/** Whether one number is a whole multiple of another, by their decimal digits: 0.3 is a multiple of 0.1. */
export function isMultiple(value: number, of: number): boolean {
  if (of === 0) return false;
  if (Number.isInteger(value) && Number.isInteger(of) && Math.abs(value) <= Number.MAX_SAFE_INTEGER) return value % of === 0;
  const [a, b] = onOneScale(value, of);
  return b !== 0n && a % b === 0n;
}

/** The smallest number that is a multiple of both. */
export function commonMultiple(a: number, b: number): number {
  const [first, second, scale] = onOneScale(a, b);
  let [greater, smaller] = [first, second];
  while (smaller !== 0n) [greater, smaller] = [smaller, greater % smaller];
  return Number((first * second) / greater) / 10 ** scale;
}

function onOneScale(a: number, b: number): [bigint, bigint, number] {
  const scale = Math.max(decimalsOf(a), decimalsOf(b));
  return [scaled(a, scale), scaled(b, scale), scale];
}

function decimalsOf(value: number): number {
  const [digits = '', exponent = '0'] = value.toString().split('e');
  return Math.max(0, (digits.split('.')[1]?.length ?? 0) - Number(exponent));
}

function scaled(value: number, scale: number): bigint {
  const [digits = '', exponent = '0'] = value.toString().split('e');
  const [whole = '', fraction = ''] = digits.split('.');
  const zeros = scale + Number(exponent) - fraction.length;
  return BigInt(whole + fraction + '0'.repeat(Math.max(0, zeros)));
}
