/** The text with other lines between `<!-- name -->` and `<!-- /name -->`. Throws where it has no such place. */
export function withLines(text: string, name: string, lines: string): string {
  const place = new RegExp(`(<!-- ${name} -->)[\\s\\S]*?(<!-- /${name} -->)`);
  if (!place.test(text))
    throw new Error(`README.md has no place for the ${name}: put <!-- ${name} --> and <!-- /${name} --> there.`);
  return text.replace(place, (_all, begin: string, end: string) => begin + lines + end);
}
