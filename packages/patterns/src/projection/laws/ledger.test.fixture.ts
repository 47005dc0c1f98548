import { type BusEvent, defineEvents, type EventOf } from '@busbar/core';
import * as z from 'zod';
import { defineProjection, type Projection } from '../define-projection.ts';

const Entry = z.object({ account: z.string(), text: z.string(), poison: z.string().optional() });

/** Three kinds of events that differ in what is kept of them. */
export const ledger = defineEvents('ledger', {
  entered: { version: 1, schema: Entry, retain: 1_000 },
  corrected: { version: 1, schema: Entry, retain: { last: 1_000, by: ({ account }) => account } },
  noted: { version: 1, schema: Entry },
});

/** What is kept for those who come later, by the names of events. */
export const retainedTypes: readonly string[] = [ledger.entered.type, ledger.corrected.type];

/** What has been written into each account, in order: two events in another order make another state. */
export type Ledger = Readonly<Record<string, readonly string[]>>;

/** A projection whose folds throw for what is poisoned as long as the poison works. */
export function ledgerProjection(poisons: ReadonlySet<string>): Projection<Ledger> {
  const write = (state: Ledger, { type, data }: EventOf<(typeof ledger)[keyof typeof ledger]>): Ledger => {
    if (data.poison && poisons.has(data.poison)) throw new Error(`${data.text} is poisoned.`);
    return { ...state, [data.account]: [...(state[data.account] ?? []), `${type} ${data.text}`] };
  };
  return defineProjection('ledger', {
    initial: (): Ledger => ({}),
    contracts: [ledger.entered, ledger.corrected, ledger.noted],
    on: { 'ledger:entered': write, 'ledger:corrected': write, 'ledger:noted': write },
  });
}

/** What the same event writes, for the model. */
export type Entered = BusEvent<z.infer<typeof Entry>>;
