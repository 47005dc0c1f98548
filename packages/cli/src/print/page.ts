import { styleText } from 'node:util';

type Style = Parameters<typeof styleText>[0];

/** Where text for people goes: how wide it is, and whether it has colours. */
export interface Page {
  /** Columns. */
  readonly width: number;
  /** The text in that style, or as it is where there are no colours. */
  paint(style: Style, text: string): string;
}

/** What decides about colours: `NO_COLOR` and `FORCE_COLOR`, else whether it is a terminal. */
export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly isTerminal: boolean;
  readonly columns?: number;
}

/** The widest that text gets: longer lines are hard to read. */
const widest = 100;

export function pageFor({ env, isTerminal, columns }: Surroundings): Page {
  const coloured = hasColours(env, isTerminal);
  const width = Math.min(widest, Math.max(40, Number(env['COLUMNS']) || columns || 80));
  return { width, paint: (style, text) => (coloured ? styleText(style, text, { validateStream: false }) : text) };
}

function hasColours(env: Surroundings['env'], isTerminal: boolean): boolean {
  const forced = env['FORCE_COLOR'];
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  if (env['NO_COLOR']) return false;
  return isTerminal && env['TERM'] !== 'dumb';
}
