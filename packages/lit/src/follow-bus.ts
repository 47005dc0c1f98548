import type { Bus } from '@busbar/core';
import { type BusCallback, dispatchContext } from './bus-context.ts';
import type { BusHost } from './bus-host.ts';

/** What every controller takes. */
export interface BusControllerOptions {
  /** The bus. Default: that of the nearest provider above the host. */
  readonly bus?: Bus | undefined;
}

/** Something that goes on until it is ended. */
export type Ongoing = { unsubscribe(): void } | undefined;

/**
 * Finds the bus of a host, and follows something on it while the host is connected: `begin` says what, and `meaning` answers
 * something else when there is something else to follow. Answers the bus, as far as it is known.
 */
export function followBus<Meaning>(
  host: BusHost,
  options: () => BusControllerOptions,
  meaning: () => Meaning,
  begin: (bus: Bus, meaning: Meaning) => Ongoing,
): () => Bus | undefined {
  let found: Bus | undefined;
  let leave: (() => void) | undefined;
  let followed: Bus | undefined;
  let meant: Meaning | undefined;
  let ongoing: Ongoing;

  const known = (): Bus | undefined => options().bus ?? found;
  const update = (): void => {
    const bus = host.isConnected ? known() : undefined;
    const means = bus && meaning();
    if (host.isConnected && !bus) addEventListener('context-provider', ask);
    if (bus === followed && means === meant) return;
    ongoing?.unsubscribe();
    followed = bus;
    meant = means;
    ongoing = bus && begin(bus, means!);
  };
  // The same function each time: providers know it again.
  const receive: BusCallback = (bus, next) => {
    if (leave !== next) leave?.();
    leave = next;
    found = bus;
    update();
  };
  const ask = (): void => dispatchContext('context-request', host, receive);

  // One that is connected already calls `hostConnected` at once.
  host.addController({
    hostConnected() {
      found = undefined;
      ask();
      update();
    },
    hostDisconnected() {
      leave?.();
      leave = undefined;
      removeEventListener('context-provider', ask);
      // A host that is only moved is connected again by then.
      queueMicrotask(update);
    },
    hostUpdate: update,
  });
  return known;
}
