import type { Part } from './parts.ts';
import type { Weight } from './weight.ts';

/** A part, and what it weighs. */
export interface WeighedPart extends Pick<Part, 'what' | 'limit' | 'inReadme'>, Weight {}

/** All parts, with their limits. */
export function tableWithLimits(parts: readonly WeighedPart[]): string {
  const rows = parts.map(({ what, gzip, brotli, limit }) => [what, digits(gzip), digits(brotli), limit ? digits(limit) : '']);
  return tableOf(['minified, in bytes', 'gzip', 'brotli', 'gzip at most'], rows);
}

/** What a reader of the README wants to know. */
export function readmeTable(parts: readonly WeighedPart[]): string {
  const rows = parts.filter(({ inReadme }) => inReadme).map(({ what, gzip, brotli }) => [what, digits(gzip), digits(brotli)]);
  return tableOf(['minified, in bytes', 'gzip', 'brotli'], rows);
}

/** A sentence for each part that is too large. */
export function tooLarge(parts: readonly WeighedPart[]): string[] {
  return parts
    .filter(({ gzip, limit = Number.POSITIVE_INFINITY }) => gzip > limit)
    .map(({ what, gzip, limit }) => `Too large: ${what} has ${gzip} bytes after gzip and may have ${limit}.`);
}

function tableOf(heading: readonly string[], rows: readonly (readonly string[])[]): string {
  const rule = heading.map((_title, index) => (index === 0 ? '---' : '---:'));
  return [heading, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function digits(bytes: number): string {
  return bytes.toLocaleString('en');
}
