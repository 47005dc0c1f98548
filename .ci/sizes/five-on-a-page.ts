import { inReact, inReactOnPageCopy, script } from './parts.ts';
import type { WeighedPart } from './size-table.ts';
import type { Weight } from './weight.ts';

/** What five micro-frontends bring to one page, in files of their own, with a copy of the core each and with that of a script tag. */
export function fiveOnAPage(weighed: readonly WeighedPart[]): WeighedPart[] {
  const weightsOf = (...names: string[]) => names.map((name) => partNamed(name, weighed));
  const five = (name: string) => Array.from({ length: 5 }, () => name);
  return [
    { what: 'Five such in React on a page, each with its copy', ...sumOf(weightsOf(...five(inReact))), inReadme: true },
    {
      what: 'Five such in React on a page, with one copy: that of `busbar.min.js`',
      ...sumOf(weightsOf(script, ...five(inReactOnPageCopy))),
      inReadme: true,
    },
  ];
}

function partNamed(name: string, weighed: readonly WeighedPart[]): WeighedPart {
  const part = weighed.find(({ what }) => what === name);
  if (!part) throw new Error(`Nothing was weighed that is called ${name}.`);
  return part;
}

function sumOf(weights: readonly Weight[]): Weight {
  const sum = (measure: keyof Weight) => weights.reduce((all, weight) => all + weight[measure], 0);
  return { gzip: sum('gzip'), brotli: sum('brotli') };
}
