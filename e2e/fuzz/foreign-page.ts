import type { ForeignGlobals } from './world.ts';

/** The globals of a frame, which is another realm. */
export function foreignPage(): ForeignGlobals {
  const frame = document.createElement('iframe');
  document.body.append(frame);
  return frame.contentWindow as unknown as ForeignGlobals;
}
