import type { Spread } from '../measure/spread.ts';
import { figureText, spreadText } from '../report/figure-text.ts';
import { markdownTable } from '../report/markdown-table.ts';
import { type PageSize, pageSizes } from './page/page-size.ts';
import { sizeTitle } from './size-title.ts';
import type { ReRenders, Visit } from './study.ts';
import { paintOf, rendersOfKind, rendersOfVisit, type Selection, scriptOfKind, scriptOfVisit } from './summary.ts';
import { variants } from './variants.ts';
import { actionKinds } from './visit.ts';

const titles = variants.map(({ title }) => title);

function row(title: string, measure: (selection: Selection) => Spread, selection: Omit<Selection, 'variant'>): string[] {
  return [title, ...variants.map(({ name }) => spreadText(measure({ variant: name, ...selection })))];
}

/** Renders of a whole visit, by the size of the page. */
export function rendersBySize(visits: readonly Visit[]): string {
  const rows = pageSizes.map((size) => row(sizeTitle(size), (selection) => rendersOfVisit(visits, selection), { size }));
  return markdownTable(['', ...titles], rows);
}

/** Script time of a whole visit, and of what comes after its first action, by the size of the page. */
export function scriptBySize(visits: readonly Visit[]): string {
  const rows = pageSizes.flatMap((size) => [
    row(sizeTitle(size), (selection) => scriptOfVisit(visits, selection), { size }),
    row(`${size}, after the first action`, (selection) => scriptOfVisit(visits, selection, 1), { size }),
  ]);
  return markdownTable(['ms', ...titles], rows);
}

/** Of one action, by its kind. */
export function byKind(visits: readonly Visit[], figure: 'renders' | 'script', size: PageSize): string {
  const measure = figure === 'renders' ? rendersOfKind : scriptOfKind;
  const rows = actionKinds.map((kind) => row(kind, (selection) => measure(visits, selection, kind), { size }));
  return markdownTable([`one action, ${size} micro-frontends`, ...titles], rows);
}

/** From input to paint, by the size of the page and the speed of the processor; the first action of a visit apart. */
export function paintTable(visits: readonly Visit[]): string {
  const rows = [
    ...pageSizes.map((size) => row(sizeTitle(size), (selection) => paintOf(visits, selection), { size })),
    ...([15, 60] as const).flatMap((size) => [
      row(`${size}, 4 × slower`, (selection) => paintOf(visits, selection), { size, slowedBy: 4 }),
      row(`${size}, 4 × slower, log in`, (selection) => paintOf(visits, selection, 'log in'), { size, slowedBy: 4 }),
    ]),
  ];
  return markdownTable(['ms', ...titles], rows);
}

/** The weight of each page's script. */
export function weightTable({ weights }: ReRenders): string {
  return markdownTable(
    ['', ...titles],
    [['kB after gzip, React included', ...variants.map(({ name }) => figureText(Math.round(weights[name] / 1_000)))]],
  );
}
