import { bundle } from '../../../../.ci/sizes/bundle.ts';
import { weightOf } from '../../../../.ci/sizes/weight.ts';
import { benchFolder } from '../measure/bundle-page.ts';
import type { Weighed } from './findings.ts';

const busbar = `export { createBus, defineEvent } from '@busbar/core';`;
const eventify = `export { createEmitter, setDefaultSchemaValidator } from 'eventify';`;
const byZod = `export { itemSchema } from './src/contestants/item-schema.ts';`;
const byZodMini = `export { item } from './src/weight/page/item-by-zod-mini.ts';`;
const byValibot = `export { item } from './src/weight/page/item-by-valibot.ts';`;
const byHand = `export { item } from './src/weight/page/item-by-hand.ts';`;

/** What pages have in all: a bus, what it needs of libraries, and a contract of four fields. */
const sources = {
  'Busbar, no library': busbar + byHand,
  'Busbar + Valibot': busbar + byValibot,
  'Busbar + zod/mini': busbar + byZodMini,
  'Busbar + Zod': busbar + byZod,
  'eventify + zod/mini': eventify + byZodMini,
  'eventify + Zod': eventify + byZod,
  'Trutoo event-bus': `export { EventBus } from '@trutoo/event-bus';`,
  'Valibot alone': byValibot,
  'zod/mini alone': byZodMini,
  'Zod alone': byZod,
};

/** Weighs all of them. */
export function weighPages(): Promise<Weighed[]> {
  return Promise.all(
    Object.entries(sources).map(async ([what, source]) => ({
      what,
      ...weightOf(await bundle({ source, folder: benchFolder })),
    })),
  );
}
