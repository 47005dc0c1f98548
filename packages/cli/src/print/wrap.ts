/**
 * Breaks text into lines of at most `width` columns at its spaces. A word that is longer than a line stays whole, so that it can
 * be copied.
 */
export function wrap(text: string, width: number): string[] {
  return text.split('\n').flatMap((line) => wrapLine(line, width));
}

function wrapLine(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

/** Wrapped text whose lines all begin with `indent` spaces. */
export function indented(text: string, indent: number, width: number): string {
  return wrap(text, width - indent)
    .map((line) => `${' '.repeat(indent)}${line}`.trimEnd())
    .join('\n');
}

/** What to do: behind an arrow, and the lines after the first below its text. */
export function printAdvice(advice: string, indent: number, width: number): string {
  const [first = '', ...rest] = wrap(advice, width - indent - 2);
  return [`${' '.repeat(indent)}→ ${first}`, ...rest.map((line) => `${' '.repeat(indent + 2)}${line}`)].join('\n');
}
