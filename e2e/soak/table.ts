import type { Sample } from './verdict.ts';

const columns: Readonly<Record<string, (sample: Sample) => string>> = {
  minute: ({ minute }) => minute.toFixed(2),
  'heap KB': ({ heap }) => (heap / 1_000).toFixed(0),
  nodes: ({ nodes }) => String(nodes),
  listeners: ({ listeners }) => String(listeners),
  subscriptions: ({ subscriptions }) => String(subscriptions),
  waiting: ({ waiting }) => String(waiting),
  'at most': ({ mostWaiting }) => String(mostWaiting),
  letters: ({ letters }) => String(letters),
  emitted: ({ emitted }) => String(emitted),
  delivered: ({ delivered }) => String(delivered),
  dead: ({ deadLetters }) => String(deadLetters),
  errors: ({ errors }) => String(errors),
  audited: ({ audited }) => String(audited),
  differing: ({ differences }) => String(differences.length),
};

const width = 14;
const line = (cells: readonly string[]): string => cells.map((cell) => cell.padStart(width)).join('');

/** The names of the columns. */
export const heading: string = line(Object.keys(columns));

/** One sample, below the heading. */
export const row = (sample: Sample): string => line(Object.values(columns).map((cell) => cell(sample)));
