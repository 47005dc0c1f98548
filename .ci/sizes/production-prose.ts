import type { Part } from './parts.ts';
import { sentencesIn } from './sentences.ts';

/** A part, and its code. */
export interface CodedPart extends Pick<Part, 'what' | 'mayExplain'> {
  readonly code: string;
}

/** Data, not advice: what contracts say of themselves, and what those hear who asked. */
const data: ReadonlySet<string> = new Set([
  'An instance of a saga has begun',
  'A try of a step begins',
  'A step is done',
  'A try of a step has failed',
  'A try to undo a step begins',
  'A step is undone',
  'A step could not be undone: somebody has to finish by hand',
  'All steps are done',
  'All that could be undone is',
  '…Requested could not be answered',
  '…Requested needs no answer any more',
  'The last reply to …Requested was given',
  'The replier went away before it had answered.',
  'Its stream ended without a reply.',
]);

/** What RxJS says. */
const ofRxjs: ReadonlySet<string> = new Set([
  'Object is not iterable.',
  ' is not a constructor or null',
  ' errors occurred during unsubscription:\n',
]);

/** A complaint for each sentence that a part has in production, where codes and details are enough. */
export function proseInProduction(parts: readonly CodedPart[]): string[] {
  return parts
    .filter(({ mayExplain }) => !mayExplain)
    .flatMap(({ what, code }) => sentencesIn(code).map((text) => [what, text] as const))
    .filter(([, text]) => !data.has(text) && !ofRxjs.has(text))
    .map(([what, text]) => `A sentence in production: ${what} says "${text}". Ask \`inDevelopment\` before you say it.`);
}
