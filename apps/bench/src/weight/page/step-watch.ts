import type { Payload } from '../../contestants/contestant.ts';
import { firstHandled, type Step } from '../first-event-step.ts';

declare global {
  interface Window {
    /** When each step was over, in milliseconds after the page's modules had come to the first. There once all is over. */
    firstEvent?: Partial<Record<Step, number>>;
  }
}

/** The first event of every page. */
export const payload: Payload = { sku: 'A-1', quantity: 2, price: 199.5, gift: false };

const ends: Partial<Record<Step, number>> = {};
let began = 0;

/** Notes that the steps begin: libraries are there, and schemas are written. */
export function begin(): void {
  began = performance.now();
}

/** Notes that a step is over. */
export function done(step: Step): void {
  ends[step] = performance.now() - began;
}

/** What handlers call. */
export function handled({ sku }: Payload): void {
  done('handled');
  performance.mark(firstHandled);
  // The page is looked at when everything is over, also what comes after the handler.
  if (sku === payload.sku) setTimeout(() => Object.assign(window, { firstEvent: ends }));
}
