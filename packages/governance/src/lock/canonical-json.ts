/** The same text for the same JSON value, however it was written: members sorted by name, no white space. */
export function canonicalJson(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  let text = '';
  if (Array.isArray(value)) {
    for (const item of value) text += `${text && ','}${canonicalJson(item ?? null)}`;
    return `[${text}]`;
  }
  const object = value as Readonly<Record<string, unknown>>;
  for (const name of Object.keys(object).sort()) {
    if (object[name] !== undefined) text += `${text && ','}${JSON.stringify(name)}:${canonicalJson(object[name])}`;
  }
  return `{${text}}`;
}
