import type { CDPSession } from '@playwright/test';
import { randomFrom } from '../measure/random.ts';

/** Milliseconds between two presses: at random, so that they meet no rhythm of the page. */
const [shortest, longest] = [15, 45];

/** Presses a button time and again, as people do: whether or not the page has had the press before. Answers what ends it. */
export function pressOnAndOn(session: CDPSession, seed: number): () => void {
  const random = randomFrom(seed);
  const at = { x: 50, y: 50, button: 'left', clickCount: 1 } as const;
  const send = (type: 'mousePressed' | 'mouseReleased'): void => {
    // A page that has gone is pressed no more; what has become of it is told by whoever watches it.
    session.send('Input.dispatchMouseEvent', { type, ...at }).catch(stop);
  };
  let timer: NodeJS.Timeout;
  function press(): void {
    timer = setTimeout(press, shortest + random() * (longest - shortest));
    send('mousePressed');
    send('mouseReleased');
  }
  function stop(): void {
    clearTimeout(timer);
  }
  press();
  return stop;
}
