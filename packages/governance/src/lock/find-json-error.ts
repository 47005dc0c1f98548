const token =
  /[ \t\r\n]*(?:([{}[\],:])|("(?:[^"\\\n\r\t]|\\["\\/bfnrt]|\\u[\da-fA-F]{4})*")|(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null))/y;

/** What may come next. `item` and `member` stand after an opening bracket, where it may also be closed at once. */
type Expected = 'value' | 'item' | 'member' | 'key' | 'colon' | 'separator';

/**
 * Where a text stops being JSON, as an offset; its length where it only ends too early.
 *
 * Engines do not always say: "Unexpected token" comes without a position in some.
 */
export function findJsonError(text: string): number {
  const open: string[] = [];
  let expected: Expected = 'value';
  let offset = 0;
  for (;;) {
    token.lastIndex = offset;
    const found = token.exec(text);
    const next: Expected | null | undefined = found && follow(expected, found[1], found[2] !== undefined, open);
    if (!next) return offset + text.slice(offset).search(/[^ \t\r\n]|$/);
    offset = token.lastIndex;
    expected = next;
  }
}

/** What may come after a mark, a string or another value; nothing where that may not come itself. */
function follow(expected: Expected, mark: string | undefined, isString: boolean, open: string[]): Expected | undefined {
  const closesHere = expected === 'separator' || (mark === ']' ? expected === 'item' : expected === 'member');
  if (mark === ']' || mark === '}') return closesHere && open.pop() === mark ? 'separator' : undefined;
  if (mark === ':') return expected === 'colon' ? 'value' : undefined;
  if (mark === ',')
    return expected === 'separator' ? { ']': 'value' as const, '}': 'key' as const }[open.at(-1) ?? ''] : undefined;
  if (expected === 'key' || expected === 'member') return isString ? 'colon' : undefined;
  if (expected !== 'value' && expected !== 'item') return undefined;
  if (mark === undefined) return 'separator';
  open.push(mark === '[' ? ']' : '}');
  return mark === '[' ? 'item' : 'member';
}
