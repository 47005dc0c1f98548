const mask = '•••';

/** A copy of a payload that shows its shape and none of its values: for events tagged `pii`. */
export function maskPayload(data: unknown): unknown {
  if (Array.isArray(data)) return data.map(maskPayload);
  if (typeof data === 'object' && data !== null) {
    return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, maskPayload(value)]));
  }
  return data === null || data === undefined ? data : mask;
}
