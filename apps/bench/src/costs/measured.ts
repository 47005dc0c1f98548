import { existsSync, readFileSync } from 'node:fs';
import type { Machine } from '../measure/machine.ts';

/** What one study has found, and what it was measured on. */
export interface MeasuredStudy {
  readonly machine: Machine;
  readonly findings: unknown;
}

/** What all studies have found, by their names: all that the page and its charts are made of. */
export type Measured = Readonly<Record<string, MeasuredStudy>>;

/** Reads what was written; nothing where nothing was. */
export function readMeasured(file: string): Measured {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
}

/** As JSON, with the figures of one list on one line. */
export function measuredText(measured: Measured): string {
  const flat = (list: string) =>
    list
      .replace(/\s*\n\s*/g, ' ')
      .replace('[ ', '[')
      .replace(' ]', ']');
  return `${JSON.stringify(measured, undefined, 2).replace(/\[[^[\]{}"]*\]/g, flat)}\n`;
}
