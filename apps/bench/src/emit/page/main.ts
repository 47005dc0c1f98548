import { checkCopies } from './check-copies.ts';
import { measureCell } from './measure-cell.ts';

/** What the page can be asked for. */
export interface EmitPage {
  readonly measureCell: typeof measureCell;
  readonly checkCopies: typeof checkCopies;
}

declare global {
  interface Window {
    readonly emitPage: EmitPage;
    /** How many contracts have been made known to the page. */
    contractsKnown?: number;
  }
}

Object.assign(window, { emitPage: { measureCell, checkCopies } satisfies EmitPage });
