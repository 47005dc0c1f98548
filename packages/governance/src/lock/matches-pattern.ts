/** Says whether an event's name fits a name or pattern: `*` stands for one segment, `**` at the end for one or more. */
export function matchesPattern(pattern: string, type: string): boolean {
  const wanted = pattern.split(':');
  const given = type.split(':');
  const isOpen = wanted.at(-1) === '**';
  if (isOpen ? given.length < wanted.length : given.length !== wanted.length) return false;
  return wanted.every((segment, index) => segment === '*' || segment === '**' || segment === given[index]);
}
