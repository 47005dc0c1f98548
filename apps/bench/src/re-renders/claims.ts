import type { Claim } from '../report/claim.ts';
import { savingText } from '../report/figure-text.ts';
import { pageSizes } from './page/page-size.ts';
import type { Visit } from './study.ts';
import { rendersOfVisit } from './summary.ts';
import { type VariantName, variants } from './variants.ts';

const bar = 0.7;

/** Which page is held against which. */
const pairs: readonly (readonly [from: VariantName, to: VariantName])[] = [
  ['store-usual', 'events-plain'],
  ['store-usual', 'events-tuned'],
  ['store-usual', 'store-tuned'],
  ['store-tuned', 'events-tuned'],
];

/** How much less often components render on one page than on another, as a share. */
export function savedRenders(
  visits: readonly Visit[],
  size: (typeof pageSizes)[number],
  from: VariantName,
  to: VariantName,
): number {
  const [before, after] = [from, to].map((variant) => rendersOfVisit(visits, { variant, size }).median);
  return 1 - after! / before!;
}

/** At least 70 % fewer re-renders: from which page to which. It holds where it holds with 15 and with 60 micro-frontends. */
export function reRenderClaims(visits: readonly Visit[]): Claim[] {
  return pairs.map(([from, to]) => {
    const savings = pageSizes.map((size) => savedRenders(visits, size, from, to));
    return {
      text: `At least 70 % fewer re-renders: from “${titleOf(from)}” to “${titleOf(to)}”${to.startsWith('store') ? ', without any event' : ''}`,
      measured: pageSizes.map((size, index) => `${size}: ${savingText(savings[index]!)}`).join('; '),
      holds: savings.slice(1).every((saving) => saving >= bar),
    };
  });
}

function titleOf(name: VariantName): string {
  return variants.find((variant) => variant.name === name)!.title;
}
