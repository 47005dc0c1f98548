import { noVersion } from '../hub/version-taken.ts';
import { versionTaken } from './free.ts';
import type { Listener } from './listener.ts';
import { updateRoom } from './overflow.ts';
import { receiveStages } from './receive.ts';

/** Finds out anew what the hub may call the handler with directly. */
export function reconsider(this: Listener): void {
  this.bus.hub.busy.delete(this);
  this.free = this.takes = isPlain(this) ? versionTaken(this) : noVersion;
  updateRoom(this);
}

/** Whether no stage and no line has anything to do for a subscription while its handler is free. */
function isPlain({ options: { where, policy, maxQueue = 1 }, lane, byKey, bus }: Listener): boolean {
  return !where && !policy && !lane && !byKey && maxQueue > 0 && bus.receiveStages.length === receiveStages.length;
}
