import { parseAst } from 'vite';

interface Node {
  readonly type: string;
  readonly [part: string]: unknown;
}

/** The texts in code that have four words or more: what is written for people. */
export function sentencesIn(code: string): string[] {
  const found = new Set<string>();
  visit(parseAst(code), (text) => wordsIn(text) > 3 && found.add(text));
  return [...found];
}

function visit(part: unknown, tell: (text: string) => void): void {
  if (Array.isArray(part)) for (const one of part) visit(one, tell);
  if (!isNode(part)) return;
  const text = textOf(part);
  if (text !== undefined) tell(text);
  for (const one of Object.values(part)) visit(one, tell);
}

/** A literal text, with `…` where a template has values. */
function textOf({ type, value, quasis }: Node): string | undefined {
  if (type === 'Literal' && typeof value === 'string') return value;
  if (type !== 'TemplateLiteral') return;
  return (quasis as { value: { cooked: string } }[]).map((quasi) => quasi.value.cooked).join('…');
}

function wordsIn(text: string): number {
  return text.split(/\s+/).filter((part) => /^["'`(]?\p{L}+[\p{L}’'-]*["'`)]?[.,:;]?$/u.test(part)).length;
}

function isNode(part: unknown): part is Node {
  return typeof part === 'object' && part !== null && 'type' in part;
}
