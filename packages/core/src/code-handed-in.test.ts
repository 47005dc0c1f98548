import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { type Bus, createBus, createHub, defineEvent } from './index.ts';
import { nextTask } from './next-task.test.fixture.ts';

const schema = z.object({ id: z.string() });
const noted = defineEvent('cart:noted', { version: 1, schema });
const answered = defineEvent('cart:answered', { version: 1, schema: z.string() });
const newer = (upcast: () => object) => defineEvent('cart:noted', { version: 2, schema, upcast: { 1: upcast } });
const keyed = (by: () => string) => defineEvent('cart:kept', { version: 1, schema, retain: { last: 1, by } });

function fail(): never {
  throw new Error('broken');
}

/** Code of people's own that calls back and then answers. */
function answering<Answer>(callBack: () => void, answer: Answer): () => Answer {
  return () => {
    callBack();
    return answer;
  };
}

/** Each place for code of people's own: subscribes and emits so that `callBack` is called there once, inside the bus. */
const places: Record<string, (bus: Bus, callBack: () => void) => void> = {
  where: (bus, callBack) => {
    bus.on(noted, () => {}, { where: answering(callBack, true) });
    bus.emit(noted, { id: 'a' });
  },
  upcast: (bus, callBack) => {
    bus.on(newer(answering(callBack, { id: 'b' })), () => {});
    bus.emit(noted, { id: 'a' });
  },
  'retain.by': (bus, callBack) => {
    bus.emit(keyed(answering(callBack, 'a')), { id: 'a' });
  },
  'retry.when': (bus, callBack) => {
    bus.on(noted, fail, { retry: { attempts: 1, when: answering(callBack, false) } });
    bus.emit(noted, { id: 'a' });
  },
  onError: (bus, callBack) => {
    bus.on(noted, fail, {});
    told.set(bus.hub, callBack);
    bus.emit(noted, { id: 'a' });
  },
  'deadLetters.subscribe': (bus, callBack) => {
    bus.deadLetters.subscribe(callBack);
    try {
      bus.emit(noted, {} as never);
    } catch {}
  },
  'latest().subscribe': (bus, callBack) => {
    bus.latest(noted).subscribe(callBack);
    bus.emit(noted, { id: 'a' });
  },
  'an observer of events$': (bus, callBack) => {
    bus.events$(noted).subscribe(callBack);
    bus.emit(noted, { id: 'a' });
  },
  policy: (bus, callBack) => {
    bus.on(noted, () => {}, {
      policy: { execute: async (run) => answering(callBack, run)()({ signal: new AbortController().signal }) },
    });
    bus.emit(noted, { id: 'a' });
  },
};
const told = new WeakMap<object, () => void>();

/** A bus for what is handed in, and a neighbour that hears everything. */
function join(): { bus: Bus; heard: string[] } {
  const hub = createHub();
  const heard: string[] = [];
  createBus({ source: 'neighbour', hub }).on('**', ({ type }) => heard.push(type));
  const bus = createBus({ source: 'cart', hub, onError: () => told.get(hub)?.() });
  return { bus: bus.scope(), heard };
}

describe.each(Object.keys(places))('code that calls back into the bus from %s', (name) => {
  const place = places[name]!;

  it('may emit, which the neighbour hears once', async () => {
    const { bus, heard } = join();
    let calls = 0;
    place(bus, () => void (calls++ === 0 && bus.emit(answered, 'here')));
    await nextTask();
    await nextTask();
    expect(calls).toBeGreaterThan(0);
    expect(heard.filter((type) => type === 'cart:answered')).toHaveLength(1);
  });

  it('may subscribe: the new subscription hears what is emitted from then on', async () => {
    const { bus } = join();
    const late: string[] = [];
    let calls = 0;
    place(bus, () => void (calls++ === 0 && bus.on(answered, ({ data }) => late.push(data))));
    await nextTask();
    bus.emit(answered, 'later');
    await nextTask();
    expect(late).toEqual(['later']);
  });

  it('may dispose its own scope: the neighbour hears the event all the same', async () => {
    const { bus, heard } = join();
    place(bus, () => bus.dispose());
    await nextTask();
    expect(bus.disposed).toBe(true);
    expect(heard).toHaveLength(name === 'deadLetters.subscribe' ? 0 : 1); // what was refused is heard by nobody
  });
});
