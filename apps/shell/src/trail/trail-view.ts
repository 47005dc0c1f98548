import type { TrailLog } from './trail-log.ts';

/** One way to show what the log has. */
export interface TrailView {
  readonly element: HTMLElement;
  /** Brings what is to be seen in line with the log. Rows that stay keep the focus and remain open. */
  show(log: TrailLog): void;
  /** Shows nothing, and forgets what it showed. */
  clear(): void;
}
