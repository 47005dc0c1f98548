import { commonVersion, noVersion } from '../hub/version-taken.ts';
import type { Listener } from './listener.ts';

/** Finds out whether the hub may call the handler directly: nothing waits or runs. */
export function updateFree(listener: Listener): void {
  const { lines, takes, ended, lagging, running, bus } = listener;
  const isBusy = ended || lagging || lines.size + running.size > 0;
  const free = isBusy ? noVersion : takes;
  if (free === listener.free) return;
  listener.free = free;
  bus.hub.busy[isBusy ? 'add' : 'delete'](listener);
}

/** What a subscription takes whose options give the stages nothing to do: what its contracts agree on. */
export function versionTaken({ contracts, types, bus }: Listener): number {
  const taken = commonVersion(contracts.map(({ version }) => version));
  const hasDrifted = contracts.some(({ type }) => bus.hub.topics.get(type)?.drifted.has(taken));
  const isForAll = contracts.length === 0 || contracts.length === types?.length;
  return isForAll && !hasDrifted ? taken : noVersion;
}
