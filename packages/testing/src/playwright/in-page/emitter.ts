// Brought to a page when a test emits: a copy of the core that leaves no trace of itself.
import { adopt, type Bus, type BusEvent, createBus, type Hub } from '@busbar/core';
import type { RecordedError } from './recorded.ts';
import { recordedError } from './recorded-error.ts';

/** What a test wants to be emitted. */
export interface Emission {
  readonly type: string;
  /** The version of the contract that the test has; without, the newest that the page knows. */
  readonly version?: number;
  readonly data: unknown;
  readonly source: string;
  /** For an event that the page has no contract of that version for, but may be able to cast. */
  readonly id: string;
}

/** What became of it: neither where there is no hub. */
export interface Emitted {
  readonly event?: BusEvent;
  readonly error?: RecordedError;
}

/** Emits on the hub of the page. Answers nothing where there is none: it makes none. */
export function emit(emission: Emission): Emitted {
  const hub = Reflect.get(globalThis, Symbol.for('busbar.hub')) as Hub | undefined;
  if (!hub) return {};
  try {
    const bus = createBus({ source: emission.source, hub: withoutTrace(hub) });
    try {
      return { event: emitOn(bus, emission) };
    } finally {
      bus.dispose();
    }
  } catch (error) {
    return { error: recordedError(error) };
  }
}

/** The hub, but for its list of copies: there this one is on a list of its own. */
function withoutTrace(hub: Hub): Hub {
  const copies: Hub['copies'] = [];
  return new Proxy(hub, { get: (target, name) => (name === 'copies' ? copies : Reflect.get(target, name)) });
}

function emitOn(bus: Bus, { type, version, data, source, id }: Emission): BusEvent {
  const contracts = (bus.hub.topics.get(type)?.contracts ?? []).map(({ contract }) => contract);
  const newest = Math.max(...contracts.map((contract) => contract.version));
  if (version === undefined || contracts.length === 0 || version === newest) return bus.emit(type, data);
  const contract = contracts.find((one) => one.version === version);
  if (contract) return bus.emit(contract, data);
  const event = { id, type, source, time: Date.now(), dataversion: version, hops: 0, data };
  return adopt(bus, event)!;
}
