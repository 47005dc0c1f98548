import { createBus, createHub, defineEvent } from '@busbar/core';
import type { StandardSchemaV1 } from '@standard-schema/spec';
import * as z from 'zod';
import type { Payload } from '../contestants/contestant.ts';
import { quickestBatch } from '../measure/quickest-batch.ts';

declare global {
  /** Nanoseconds that each step takes, by its name. */
  var measureSteps: () => Promise<Record<string, number>>;
}

const payload: Payload = { sku: 'A-1', quantity: 2, price: 199.5, gift: false };
const checked = z.object({ sku: z.string(), quantity: z.number().int().positive(), price: z.number(), gift: z.boolean() });
/** Answers what it is given, so that nothing is copied after it. */
const unchecked: StandardSchemaV1<Payload> = {
  '~standard': { version: 1, vendor: 'bench', validate: (value) => ({ value: value as Payload }) },
};

const bus = createBus({ source: 'bench', hub: createHub() });
const withZod = defineEvent('bench:checked', { version: 1, schema: checked });
const withNothing = defineEvent('bench:unchecked', { version: 1, schema: unchecked });
const heard = defineEvent('bench:heard', { version: 1, schema: checked });
bus.on(heard, ({ data }) => keep(data), { delivery: 'sync' });

/** What was made last, so that nothing is made for nobody. */
let kept: unknown;
let number = 0;

function keep(value: unknown): void {
  kept = value;
}

window.addEventListener('bench:heardPlainly', keep);

/** As the core makes them, each with a payload of its own. */
function showPlainly(type: string): void {
  const event = new CustomEvent(type);
  event.initCustomEvent(type, false, false, { ...payload });
  window.dispatchEvent(event);
}

const steps: Readonly<Record<string, () => void>> = {
  'Zod alone': () => keep(checked['~standard'].validate(payload)),
  'the time, as `Date.now` tells it': () => keep(Date.now()),
  'an id, of a prefix and a number': () => keep(`prefix-${++number}`),
  'freezing an object of eight fields': () => keep(Object.freeze({ a: 1, b: 2, c: 3, d: 4, e: 5, f: 6, g: 7, h: number })),
  'a plain event made and dispatched on `window`, to nobody': () => showPlainly('bench:unheard'),
  'the same to one plain listener': () => showPlainly('bench:heardPlainly'),
  'an emit to nobody, with a schema that answers what it is given': () => keep(bus.emit(withNothing, payload)),
  'an emit to nobody, with Zod': () => keep(bus.emit(withZod, payload)),
  'an emit to one synchronous subscriber, with Zod': () => keep(bus.emit(heard, payload)),
};

globalThis.measureSteps = async () => {
  const figures: Record<string, number> = {};
  for (const [name, step] of Object.entries(steps)) {
    figures[name] = await quickestBatch(async (times) => timed(step, times), { patience: 100, batches: 30 });
  }
  if (kept === undefined) throw new Error('Nothing was made.');
  return figures;
};

function timed(step: () => void, times: number): number {
  const begun = performance.now();
  for (let count = 0; count < times; count++) step();
  return performance.now() - begun;
}
