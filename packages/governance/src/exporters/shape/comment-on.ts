import { commentLines } from '../words.ts';
import type { Field, Shape } from './shape.ts';

/** What people may know about a value that a typed format does not say, as lines of a comment. */
export function commentOn(shape: Shape, fallback?: Field['default']): string[] {
  const { title, description, deprecated, tags, constraints } = shape;
  const format = shape.kind === 'string' && shape.format !== undefined ? { format: shape.format } : {};
  const said = { ...format, ...constraints, ...(fallback && { default: fallback.value }) };
  return [
    ...[title, description].filter((text) => text !== undefined),
    ...(deprecated ? ['Deprecated.'] : []),
    ...(tags.length > 0 ? [`tags: ${tags.join(', ')}`] : []),
    ...Object.entries(said).map(([keyword, value]) => `${keyword}: ${JSON.stringify(value)}`),
  ].flatMap(commentLines);
}
