import { animate } from './animation.ts';
import { type Press, showButton } from './press-button.ts';
import type { Reading } from './reading.ts';

/** Sees how a page is doing. */
export interface PageWatch {
  /** Resolves after so many frames. */
  frames(count: number): Promise<void>;
  /** Resolves once each press that came until then has been shown. */
  shown(until: number): Promise<void>;
  /** What has been seen until now. */
  seen(): Pick<Reading, 'frames' | 'presses' | 'longTasks'>;
}

/** Shows what moves and what can be pressed, and begins to watch. */
export function watchPage(): PageWatch {
  const frames: number[] = [];
  const presses: Press[] = [];
  let longTasks = 0;
  animate((time) => frames.push(time));
  showButton(presses);
  new PerformanceObserver((list) => {
    longTasks += list.getEntries().length;
  }).observe({ type: 'longtask' });
  async function pass(count: number): Promise<void> {
    while (count-- > 0) await new Promise(requestAnimationFrame);
  }
  return {
    frames: pass,
    async shown(until) {
      while (presses.some(({ at, painted }) => at <= until && painted === undefined)) await pass(1);
    },
    seen: () => ({ frames, presses, longTasks }),
  };
}
