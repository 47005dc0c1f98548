import { type Effort, quickestBatch } from '../../measure/quickest-batch.ts';
import type { ScaleLineId } from '../lines.ts';
import { openProbe } from './open-probe.ts';

declare global {
  interface Window {
    readonly measurePoint: typeof measurePoint;
  }
}

/** Nanoseconds at one place of a curve. */
async function measurePoint(line: ScaleLineId, at: number, effort: Effort): Promise<number> {
  const { run, close } = await openProbe(line, at);
  const figure = await quickestBatch(run, effort);
  close();
  return figure;
}

Object.assign(window, { measurePoint });
