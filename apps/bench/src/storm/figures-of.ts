import { spreadOf } from '../measure/spread.ts';
import type { StormFigures } from './findings.ts';
import type { Press } from './page/press-button.ts';
import type { Reading } from './page/reading.ts';
import type { TaskLengths } from './task-lengths.ts';

/** The figures of a storm, from what the page saw of it and from what the browser's trace says. */
export function figuresOf(reading: Reading, { worked, longestTask, longestAfter }: TaskLengths): StormFigures {
  const { begun, ended, emitting, longTasks } = reading;
  const presses = pressesIn(reading);
  const waits = presses.map(({ handled }) => handled);
  return {
    emitting: tenths(Math.max(...emitting)),
    total: tenths(ended - begun),
    worked: tenths(worked),
    longestTask: tenths(longestTask),
    longestAfter: tenths(longestAfter),
    longTasks,
    framesLost: framesLost(reading),
    press: tenths(spreadOf(waits).median),
    worstPress: tenths(Math.max(...waits)),
    worstPaint: tenths(Math.max(...presses.map(({ painted }) => painted!))),
  };
}

/** The presses that came while the storm went on. */
function pressesIn({ begun, ended, presses }: Reading): readonly Press[] {
  const during = presses.filter(({ at }) => at >= begun && at <= ended);
  if (during.length === 0) throw new Error('Nobody pressed the button while the storm went on.');
  if (during.some(({ painted }) => painted === undefined)) throw new Error('The page was read before it had shown each press.');
  return during;
}

/** How many frames were due, but not made, from the last frame before a storm to the first one after it. */
export function framesLost({ begun, ended, frames }: Pick<Reading, 'begun' | 'ended' | 'frames'>): number {
  const gaps = frames.slice(1).map((to, index) => ({ from: frames[index]!, to, length: to - frames[index]! }));
  const usual = spreadOf(gaps.filter(({ to }) => to <= begun).map(({ length }) => length)).median;
  const during = gaps.filter(({ from, to }) => to > begun && from < ended);
  return during.reduce((sum, { length }) => sum + Math.max(0, Math.round(length / usual) - 1), 0);
}

function tenths(value: number): number {
  return Math.round(value * 10) / 10;
}
