const widest = 52;

/** A value as TypeScript: keys without quotes where they need none, short lists and objects in one line. */
export function literal(value: unknown, margin = ''): string {
  if (typeof value === 'string') return textLiteral(value);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'undefined';
  const inner = `${margin}  `;
  const members = Array.isArray(value)
    ? value.map((item) => literal(item, inner))
    : Object.entries(value).map(([key, member]) => `${keyLiteral(key)}: ${literal(member, inner)}`);
  const [open, close, pad] = Array.isArray(value) ? ['[', ']', ''] : ['{', '}', ' '];
  if (members.length === 0) return open + close;
  const line = `${open}${pad}${members.join(', ')}${pad}${close}`;
  if (line.length + margin.length <= widest && !line.includes('\n')) return line;
  return `${open}\n${members.map((member) => `${inner}${member},\n`).join('')}${margin}${close}`;
}

/** Says whether a name may stand in code as it is. */
export function isIdentifier(name: string): boolean {
  return /^[A-Za-z_$][\w$]*$/.test(name) && name !== '__proto__';
}

/** A text in single quotes, which no character can end early. */
export function textLiteral(text: string): string {
  const body = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'");
  return `'${body.replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')}'`;
}

function keyLiteral(key: string): string {
  if (isIdentifier(key)) return key;
  return key === '__proto__' ? "['__proto__']" : textLiteral(key);
}
