const segment = '[A-Za-z0-9][A-Za-z0-9_.-]*';
const name = new RegExp(`^[A-Za-z][A-Za-z0-9_.-]*(:${segment})+$`);
const pattern = new RegExp(`^(${segment}|\\*\\*?)(:(${segment}|\\*\\*?))*$`);

/** Says whether a text names an event: two or more segments of letters, digits, `_`, `.` and `-`, joined by colons. */
export function isEventName(text: unknown): text is string {
  return typeof text === 'string' && name.test(text);
}

/** Says whether a text is a pattern over event names: `*` stands for one segment, `**` for the rest. */
export function isPattern(text: string): boolean {
  return text.includes('*');
}

/** Says whether a pattern is well formed: whole segments only, `**` at the end only. */
export function isValidPattern(text: unknown): text is string {
  return typeof text === 'string' && pattern.test(text) && !/\*\*./.test(text);
}

/** Says whether an event's name fits a pattern. Walks the segments once, so its time is linear in the name's length. */
export function matchesPattern(pattern: string, name: string): boolean {
  const wanted = pattern.split(':');
  const given = name.split(':');
  for (let index = 0; index < wanted.length; index++) {
    if (wanted[index] === '**') return given.length > index;
    if (index >= given.length || (wanted[index] !== '*' && wanted[index] !== given[index])) return false;
  }
  return wanted.length === given.length;
}
