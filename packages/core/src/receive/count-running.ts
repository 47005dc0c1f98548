import type { Listener } from './listener.ts';

/** How many events the handler is busy with, one that it is called with directly included. */
export function countRunning(listener: Listener): number {
  return listener.running.size + Number(!!listener.bus.hub.calling?.isCalling(listener));
}
