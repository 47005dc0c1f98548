import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createProject, type Project } from '../project.test.fixture.ts';
import { type Positions, positionsIn } from './positions.ts';

const cart = `import { defineEvent, defineEvents } from '@busbar/core';
import * as z from 'zod';
import { Money as Price } from './money';

interface Unrelated<T extends string> { readonly a: T }
const Line = z.object({
  sku: z.string(),
  price: Price,
}).strict();

export const cart = defineEvents('cart', {
  itemAdded: { version: 2, schema: Line },
  'changed': {
    version: 1,
    schema: z.object({ lines: z.array(Line.pick({ sku: true })).min(1), 'total': z.number() satisfies unknown }),
  },
  moved: makeMoved(),
});
export const started = defineEvent(\`checkout:started\`, {
  version: 1,
  schema: z.discriminatedUnion('by', [z.object({ by: z.literal('a') }), Line.extend({ by: z.literal('b'), note: z.string() })]),
});
`;
const money = `import * as z from 'zod';
export const Money = z.object({ amount: z.int(), currency: z.string() });
`;

let project: Project;
let positions: Positions;
beforeAll(() => {
  project = createProject({ 'src/cart.ts': cart, 'src/money.ts': money, 'src/broken.ts': 'export const = ;' });
  positions = positionsIn(() => ['cart.ts', 'money.ts', 'broken.ts', 'none.ts'].map((name) => join(project.folder, 'src', name)));
});
afterAll(() => project[Symbol.dispose]());

function find(type: string, path?: string): string | undefined {
  const found = positions.find(type, path);
  return found && `${found.file.slice(project.folder.length + 1)}:${found.line}:${found.column}`;
}

describe('the place of a contract', () => {
  it.each([
    ['cart:itemAdded', 'src/cart.ts:12:3'],
    ['cart:changed', 'src/cart.ts:13:3'],
    ['cart:moved', 'src/cart.ts:17:3'],
    ['checkout:started', 'src/cart.ts:19:36'],
    ['cart:unknown', undefined],
  ])('%s is at %s', (type, place) => {
    expect(find(type)).toBe(place);
  });
});

describe('the place of a field', () => {
  it.each([
    ['cart:itemAdded', '#/properties/sku', 'src/cart.ts:7:3'],
    ['cart:itemAdded', '#/required/price', 'src/cart.ts:12:3'],
    ['cart:itemAdded', '#/properties/price/properties/currency', 'src/money.ts:2:50'],
    ['cart:itemAdded', '#/properties/price/properties/gone', 'src/cart.ts:8:3'],
    ['cart:itemAdded', '#/properties/gone', 'src/cart.ts:12:3'],
    ['cart:changed', '#/properties/lines/items/properties/sku/minLength', 'src/cart.ts:7:3'],
    ['cart:changed', '#/properties/total', 'src/cart.ts:15:73'],
    ['checkout:started', '#/oneOf/1/properties/note', 'src/cart.ts:21:107'],
    ['checkout:started', '#/oneOf/1/properties/price', 'src/cart.ts:8:3'],
    ['cart:moved', '#/properties/sku', 'src/cart.ts:17:3'],
  ])('%s %s is at %s', (type, path, place) => {
    expect(find(type, path)).toBe(place);
  });
});
