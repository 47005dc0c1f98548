/** What an asymmetric matcher is told by: `expect.any(Number)`, `expect.stringMatching(/…/)`. */
interface Matcher {
  asymmetricMatch(value: unknown): boolean;
  /** Says more than `toString`: `Any<Number>`. */
  toAsymmetricMatcher?(): string;
}

/**
 * Says where a value differs from what is expected of it, each place first: nothing where it fits. Objects may have more than
 * is expected; lists may not.
 */
export function differences(expected: unknown, actual: unknown, place = ''): string[] {
  if (isMatcher(expected)) return expected.asymmetricMatch(actual) ? [] : [tell(place, nameOf(expected), actual)];
  if (!isObject(expected) || !isObject(actual)) return Object.is(expected, actual) ? [] : [tell(place, quote(expected), actual)];
  if (Array.isArray(expected) !== Array.isArray(actual)) return [tell(place, quote(expected), actual)];
  if (Array.isArray(expected) && expected.length !== actual['length']) {
    return [`${place || 'data'}: expected a list of ${expected.length}, got ${quote(actual)}`];
  }
  return Object.keys(expected).flatMap((key) => {
    const inner = place ? `${place}.${key}` : key;
    return differences(expected[key], actual[key], inner);
  });
}

function tell(place: string, expected: string, actual: unknown): string {
  return `${place || 'data'}: expected ${expected}, got ${quote(actual)}`;
}

/** A value as a line of text, not too long. */
export function quote(value: unknown, length = 200): string {
  if (typeof value === 'function') return value.name || 'a function';
  const text = JSON.stringify(value, (_key, inner) => plain(inner)) ?? String(value);
  return text.length > length ? `${text.slice(0, length)}…` : text;
}

function plain(value: unknown): unknown {
  if (typeof value === 'bigint') return `${value}n`;
  if (typeof value === 'number' && !Number.isFinite(value)) return String(value);
  return isMatcher(value) ? nameOf(value) : value;
}

function nameOf(matcher: Matcher): string {
  return matcher.toAsymmetricMatcher?.() ?? String(matcher);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isMatcher(value: unknown): value is Matcher {
  return typeof (value as Partial<Matcher> | undefined | null)?.asymmetricMatch === 'function';
}
