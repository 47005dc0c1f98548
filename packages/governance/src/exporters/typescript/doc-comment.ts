import { commentLines } from '../words.ts';

/** A doc comment with these lines and the line break after it, or nothing. No line becomes a tag of its own, but `tags` do. */
export function docComment(lines: readonly string[], tags: readonly string[] = []): string {
  const all = [...lines.flatMap(commentLines).map((line) => line.replace(/^\s*@/, '\\@')), ...tags.flatMap(commentLines)];
  if (all.length === 0) return '';
  return all.length === 1 ? `/** ${all[0]} */\n` : `/**\n${all.map((line) => ` * ${line}`.trimEnd()).join('\n')}\n */\n`;
}
