import * as z from 'zod';
import {
  type Bus,
  type BusError,
  createBus,
  createHub,
  defineEvent,
  type Publication,
  type Reception,
  type Stage,
} from './index.ts';

export const noted = defineEvent('cart:noted', { version: 1, schema: z.object({ text: z.string(), by: z.string().optional() }) });

/** A stage of the publishing side called `own`; in front of `retain` if it does not say where. */
export function publishing(run: (publication: Publication) => unknown, place: object = { before: 'retain' }): Stage {
  return { name: 'own', side: 'publish', ...place, run } as Stage;
}

/** A stage of the receiving side called `own`, the last one before the handler's turn. */
export function receiving(run: (reception: Reception) => unknown): Stage {
  return { name: 'own', side: 'receive', before: 'schedule', run } as Stage;
}

/** A bus with stages, what its handler was given and what its `onError` was told. */
export function join(...stages: Stage[]) {
  const errors: BusError[] = [];
  const heard: unknown[] = [];
  const bus = createBus({ source: 'cart', hub: createHub(), stages, onError: (error) => errors.push(error) });
  bus.on(noted, ({ data }) => heard.push(data.text), { delivery: 'sync' });
  return { bus, heard, errors };
}

/** What of dead letters matters to stages. */
export function letters(bus: Bus) {
  return bus.deadLetters.list().map(({ reason, error, subscriber }) => ({ reason, error, target: subscriber?.target }));
}

export function fail(): never {
  throw new Error('broken');
}
