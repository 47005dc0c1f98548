import * as z from 'zod';
import type { AnyEventContract } from '../define-event.ts';
import type { BusEvent } from '../event.ts';
import type { Publication, Reception, Stage, Verdict } from '../stage.ts';
import { type EventType, eventTypes } from './page.test.fixture.ts';

/** Busbar as one bundle brings it. */
export type Busbar = typeof import('../index.ts');

/** What the events carry. */
export interface Payload {
  readonly number: number;
  readonly key: string;
  readonly flaw: string;
}

const flaws = ['none', 'is dropped', 'is rejected', 'cannot be cast', 'is dropped on arrival', 'is rejected on arrival'];
const schema = z.object({ number: z.number(), key: z.string(), flaw: z.enum(flaws) });

/** The contracts as one copy of Busbar defines them, and version 2 of one of them. */
export function defineContracts({ defineEvent }: Busbar): Record<EventType, AnyEventContract> & { newer: AnyEventContract } {
  const define = (type: EventType, more = {}): AnyEventContract =>
    defineEvent(type, { version: 1, schema, ...eventTypes[type], ...more });
  const contracts = Object.keys(eventTypes).map((type) => [type, define(type as EventType)]);
  return { ...Object.fromEntries(contracts), newer: define('test:noted', { version: 2, upcast: { 1: upcast } }) };
}

function upcast(data: Payload): Payload {
  if (data.flaw === 'cannot be cast') throw new Error('It cannot be cast.');
  return { ...data };
}

/** Stages of the page's own: they end the events that say so. */
export function stagesOf({ drop, reject }: Pick<Busbar, 'drop' | 'reject'>): Stage[] {
  const verdictOn = (event: BusEvent, when = ''): Verdict => {
    const { flaw } = event.data as Payload;
    if (flaw === `is dropped${when}`) return drop('It says so.');
    return flaw === `is rejected${when}` ? reject(new Error('It says so.')) : undefined;
  };
  return [
    { name: 'leaving', side: 'publish', before: 'retain', run: ({ event }: Publication) => verdictOn(event!) },
    { name: 'arriving', side: 'receive', before: 'match', run: ({ event }: Reception) => verdictOn(event, ' on arrival') },
  ];
}
