/** A number within the limits of a schema: 1 where they allow it. */
export function sampleNumber(schema: Record<string, unknown>, isWhole: boolean): number {
  const least = Math.max(limitOf(schema['minimum'], -Infinity), limitOf(schema['exclusiveMinimum'], -Infinity));
  const most = Math.min(limitOf(schema['maximum'], Infinity), limitOf(schema['exclusiveMaximum'], Infinity));
  const whole = [1, Math.ceil(least), Math.floor(least) + 1, Math.floor(most), Math.ceil(most) - 1];
  const candidates = isWhole ? whole : [1, least, most, ...whole, (least + most) / 2];
  return candidates.find((number) => Number.isFinite(number) && isWithin(number, schema)) ?? 1;
}

function limitOf(limit: unknown, none: number): number {
  return typeof limit === 'number' ? limit : none;
}

/** In older drafts `exclusiveMinimum` and `exclusiveMaximum` say whether the other limits are meant so. */
function isWithin(number: number, { minimum, exclusiveMinimum, maximum, exclusiveMaximum }: Record<string, unknown>): boolean {
  return (
    number >= limitOf(minimum, -Infinity) &&
    number <= limitOf(maximum, Infinity) &&
    number > limitOf(exclusiveMinimum === true ? minimum : exclusiveMinimum, -Infinity) &&
    number < limitOf(exclusiveMaximum === true ? maximum : exclusiveMaximum, Infinity)
  );
}
