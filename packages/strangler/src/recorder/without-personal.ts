import { formatOf, type TextFormat } from './text-format.ts';
import type { Kind, Meaning } from './understand.ts';

const placeholders: Readonly<Record<TextFormat, string>> = {
  uuid: '00000000-0000-4000-8000-000000000000',
  'date-time': '2000-01-01T00:00:00Z',
  date: '2000-01-01',
  email: 'someone@example.com',
  uri: 'https://example.com',
};

/** A copy of a payload with something in the place of personal data that satisfies the schema as well. */
export function withoutPersonal(value: unknown, meaning: Meaning, isInside = false): unknown {
  const hide = isInside || meaning.isPersonal;
  if (Array.isArray(value)) {
    const item = find(meaning, 'list')?.item;
    return item ? value.map((one) => withoutPersonal(one, item, hide)) : [];
  }
  if (typeof value === 'object' && value !== null) return recordWithoutPersonal(value, meaning, hide);
  return hide ? placeholderOf(value, meaning) : value;
}

function recordWithoutPersonal(value: object, meaning: Meaning, hide: boolean): object {
  const fields = find(meaning, 'record')?.fields;
  const any = find(meaning, 'dictionary')?.value;
  const entries = Object.entries(value).flatMap(([name, inner]) => {
    const field = fields && Object.hasOwn(fields, name) ? fields[name] : any;
    const shown = formatOf(name) === 'email' ? placeholders.email : name;
    return field ? [[shown, withoutPersonal(inner, field, hide)]] : [];
  });
  return Object.fromEntries(entries);
}

function placeholderOf(value: unknown, meaning: Meaning): unknown {
  if (typeof value === 'string') {
    const text = find(meaning, 'text');
    return text?.values?.[0] ?? (text?.format ? placeholders[text.format] : 'text');
  }
  if (typeof value === 'number') return 0;
  return typeof value === 'boolean' ? false : value;
}

function find<Name extends Kind['kind']>({ kinds }: Meaning, kind: Name): Extract<Kind, { kind: Name }> | undefined {
  return kinds.find((one): one is Extract<Kind, { kind: Name }> => one.kind === kind);
}
