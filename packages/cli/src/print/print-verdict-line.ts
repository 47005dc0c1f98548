import type { Page } from './page.ts';
import { wrap } from './wrap.ts';

/** The verdict, in a word and a sentence. */
export function printVerdictLine(isCompatible: boolean, summary: string, page: Page): string {
  const word = isCompatible ? 'Compatible.' : 'Breaking.';
  const text = wrap(`${word} ${summary}`, page.width).join('\n');
  return page.paint([isCompatible ? 'green' : 'red', 'bold'], word) + text.slice(word.length);
}
