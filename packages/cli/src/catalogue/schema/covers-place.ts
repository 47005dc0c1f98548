/** Says whether a place of `fieldTags` covers a place in the payload. Its `**` stands for any number of steps. */
export function coversPlace(pattern: string, place: string): boolean {
  return pattern === place || (pattern.includes('/**') && covers(pattern.split('/'), place.split('/')));
}

function covers([first, ...pattern]: readonly string[], place: readonly string[]): boolean {
  if (first === undefined) return place.length === 0;
  if (first === '**') return pattern.length === 0 || place.some((_, index) => covers(pattern, place.slice(index)));
  return place[0] === first && covers(pattern, place.slice(1));
}
