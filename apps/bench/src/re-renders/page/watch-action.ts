import { takeRenders } from '../views/count-render.ts';
import { beginOfAction, endOfAction, type WatchedAction } from './watched-action.ts';

declare global {
  interface Window {
    /** The run that measures hears of each action by it. */
    tellAction?(action: WatchedAction): void;
  }
}

const inputs = ['click', 'input', 'message'] as const;

/**
 * Watches from the moment at which the browser took in an input until the page that shows what came of it has been
 * painted, and tells of it: with all renders in between.
 */
export function watchAction(): void {
  let watching = false;
  const begin = ({ timeStamp }: Event): void => {
    if (watching) return;
    watching = true;
    takeRenders();
    performance.mark(beginOfAction);
    followFrames(timeStamp, () => {
      watching = false;
    });
  };
  for (const input of inputs) window.addEventListener(input, begin, { capture: true });
}

/** A frame without another change of the page is the end; the paint that counts is the last one before it. */
function followFrames(began: number, onEnd: () => void): void {
  let changed = false;
  let painted: number | undefined;
  const observer = new MutationObserver(() => {
    changed = true;
  });
  observer.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
  const onPainted = (): void => {
    if (painted !== undefined && !changed) {
      observer.disconnect();
      onEnd();
      window.tellAction?.({ paint: painted - began, renders: takeRenders() });
      return;
    }
    painted = performance.now();
    performance.mark(endOfAction);
    changed = false;
    afterPaint(onPainted);
  };
  afterPaint(onPainted);
}

/** A message that is posted in the frame's callback comes when the frame has been handed over for painting. */
function afterPaint(then: () => void): void {
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = then;
    port2.postMessage(undefined);
  });
}
