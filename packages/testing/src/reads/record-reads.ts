import type {
  AnyEventContract,
  Bus,
  BusEvent,
  Handler,
  Hub,
  OnceOptions,
  Readable,
  ReadableObserver,
  ScopeOptions,
  SubscribeOptions,
} from '@busbar/core';
import { map } from 'rxjs';
import { shapeOf } from './payload-shape.ts';
import { recordedPayload } from './recorded-payload.ts';
import { placesOf } from './recording.ts';

/** How reads are recorded. */
export interface RecordReadsOptions {
  /** The app whose code is under test, by the name that it has in the configuration of the gate. */
  readonly app: string;
}

/**
 * A bus like the given one whose events note which of their fields are read: by handlers, `where`, `once`, `events$`, and
 * `latest`, of the bus and of scopes made of it. Give it to the code under test, and keep the first for the test itself,
 * whose reads are not the app's.
 *
 * `recordedReads` tells what was read, `writeReads` writes it for the compatibility gate. Values that are read count, by
 * whatever reads them: spreading, iterating and `JSON.stringify` read all that is there. Asking for names alone
 * (`Object.keys`, `in`) does not count. Handlers are given copies, the same for the same event.
 *
 * @throws TypeError without the name of an app.
 * @example
 * const bus = createTestBus();
 * mountCheckout(recordReads(bus, { app: 'checkout' }));
 * bus.emit(cart.changed, fixture(cart.changed));
 */
export function recordReads<Given extends Bus>(bus: Given, { app }: RecordReadsOptions): Given {
  if (typeof app !== 'string') throw new TypeError(`recordReads takes the name of an app, not ${app}.`);
  return recording(bus, createRecorder(bus.hub, app)) as Given;
}

interface Recorder {
  event(event: BusEvent): BusEvent;
  payload(type: string, version: number, data: unknown): unknown;
}

function createRecorder({ topics }: Hub, app: string): Recorder {
  const events = new WeakMap<BusEvent, BusEvent>();
  const payloads = new WeakMap<object, unknown>();

  function payload(type: string, version: number, data: unknown): unknown {
    const places = placesOf(app, type, version);
    if (typeof data !== 'object' || data === null) {
      places.add('');
      return data;
    }
    const contracts = topics.get(type)?.contracts.map(({ contract }) => contract);
    const shape = shapeOf(contracts?.find((contract) => contract.version === version));
    const known = payloads.get(data) ?? recordedPayload(data, shape, (place) => placesOf(app, type, version).add(place));
    payloads.set(data, known);
    return known;
  }

  function copyOf(event: BusEvent): BusEvent {
    const { type, dataversion, data } = event;
    placesOf(app, type, dataversion);
    const copy = { ...event };
    // A payload that is no object is read when somebody asks for it.
    return Object.freeze(Object.defineProperty(copy, 'data', { get: () => payload(type, dataversion, data), enumerable: true }));
  }

  return {
    payload,
    event(event) {
      const known = events.get(event) ?? copyOf(event);
      events.set(event, known);
      return known;
    },
  };
}

function recording(bus: Bus, recorder: Recorder): Bus {
  const listening = (options?: SubscribeOptions): SubscribeOptions | undefined => {
    const where = options?.where;
    return typeof where === 'function' ? { ...options, where: (event) => where(recorder.event(event)) } : options;
  };
  const additions: Partial<Record<keyof Bus, unknown>> = {
    on: (target: never, handler: Handler, options?: SubscribeOptions) =>
      bus.on(
        target,
        typeof handler === 'function' ? (event, context) => handler(recorder.event(event), context) : handler,
        listening(options),
      ),
    once: async (contract: AnyEventContract, options?: SubscribeOptions) =>
      recorder.event((await bus.once(contract, listening(options) as OnceOptions)) as BusEvent),
    events$: (target: never, options?: SubscribeOptions) =>
      bus.events$(target, listening(options)).pipe(map((event: BusEvent) => recorder.event(event))),
    latest: (asked: AnyEventContract | string) => recordingLatest(bus, asked, recorder),
    scope: (options?: ScopeOptions) => recording(bus.scope(options), recorder),
  };
  return Object.freeze(
    Object.defineProperties({}, { ...Object.getOwnPropertyDescriptors(bus), ...Object.getOwnPropertyDescriptors(additions) }),
  ) as Bus;
}

function recordingLatest(bus: Bus, asked: AnyEventContract | string, recorder: Recorder): Readable<unknown> {
  const latest: Readable<unknown> = bus.latest(asked as AnyEventContract);
  const type = typeof asked === 'string' ? asked : asked.type;
  const recorded = (data: unknown): unknown =>
    data === undefined ? data : recorder.payload(type, versionOf(bus.hub, asked), data);
  return {
    get: () => recorded(latest.get()),
    subscribe(observer: ReadableObserver<unknown>) {
      const next = typeof observer === 'function' ? observer : (value: unknown) => observer.next?.(value);
      return latest.subscribe((data) => next(recorded(data)));
    },
  };
}

/** A name is read as the newest version that the page knows. */
function versionOf({ topics }: Hub, asked: AnyEventContract | string): number {
  if (typeof asked !== 'string') return asked.version;
  return Math.max(...(topics.get(asked)?.contracts.map(({ contract }) => contract.version) ?? [1]));
}
