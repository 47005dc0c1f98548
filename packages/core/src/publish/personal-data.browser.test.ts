import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { EventDefinition } from '../index.ts';
import { contractOf, dispatch, joinPage, plainDetails, settled } from './plain-events.test.fixture.ts';

describe('personal data', () => {
  const email = () => z.email().meta({ tags: ['pii'] });

  it.each<[string, Partial<EventDefinition>, unknown]>([
    ['the contract', { tags: ['sales', 'pii'] }, 'ann@example.com'],
    ['the payload', { schema: email() }, 'ann@example.com'],
    ['a field', { schema: z.object({ email: email() }) }, { email: 'ann@example.com' }],
    ['a field of a line', { schema: z.array(z.object({ email: email().optional() })) }, [{ email: 'ann@example.com' }]],
    [
      'what a transform makes',
      {
        schema: z
          .string()
          .transform((text) => ({ to: text }))
          .pipe(z.object({ to: email() })),
      },
      'a@b.example',
    ],
    [
      'a field beside one that JSON Schema cannot say',
      { schema: z.object({ email: email(), id: z.bigint() }) },
      { email: 'a@b.example', id: 1n },
    ],
  ])('stays off window and is not heard from it where %s is tagged', async (_what, definition, payload) => {
    const [bus, contract] = [joinPage(), contractOf(definition)];
    const heard: unknown[] = [];
    const details = plainDetails(contract.type);
    bus.on(contract, ({ source }) => heard.push(source));
    bus.emit(contract, payload);
    await settled(bus);
    expect([heard, details]).toEqual([['cart'], []]);
    dispatch(contract.type, payload);
    await settled(bus);
    expect(heard).toEqual(['cart']);
  });

  it.each(['both', 'out'] as const)('goes to window where the contract says so: %s', async (dom) => {
    const [bus, contract] = [joinPage(), contractOf({ schema: z.object({ email: email() }), tags: ['pii'], dom })];
    const details = plainDetails(contract.type);
    bus.emit(contract, { email: 'ann@example.com' });
    await settled(bus);
    expect(details).toEqual([{ email: 'ann@example.com' }]);
  });

  it('is told by the contract’s tags where the library cannot tag fields', async () => {
    const [bus, contract] = [joinPage(), contractOf({ schema: v.object({ email: v.string() }), tags: ['pii'] })];
    const details = plainDetails(contract.type);
    bus.emit(contract, { email: 'ann@example.com' });
    await settled(bus);
    expect(details).toEqual([]);
  });

  it('is not suspected of other tags and other metadata', async () => {
    const schema = z.object({ sku: z.string().meta({ tags: ['sales'], description: 'no pii in here' }) });
    const [bus, contract] = [joinPage(), contractOf({ schema, tags: ['sales'] })];
    const details = plainDetails(contract.type);
    bus.emit(contract, { sku: 'A-1' });
    await settled(bus);
    expect(details).toEqual([{ sku: 'A-1' }]);
  });
});
