import { defineEvent } from '@busbar/core';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import * as z from 'zod';
import { createTestBus } from '../create-test-bus.ts';
import { anyJson } from './any-json.ts';

it('makes scalars, lists and records, and nothing that the bus refuses', () => {
  using bus = createTestBus();
  const made = defineEvent('test:made', { version: 1, schema: z.unknown() });
  const kinds = new Set<string>();
  fc.assert(
    fc.property(anyJson(), (payload) => {
      kinds.add(Array.isArray(payload) ? 'list' : payload === null ? 'null' : typeof payload);
      bus.emit(made, payload);
    }),
    { numRuns: 1_000 },
  );
  expect([...kinds].sort()).toEqual(['boolean', 'list', 'null', 'number', 'object', 'string']);
});

it('is JSON', () => {
  fc.assert(
    fc.property(anyJson(), (payload) => {
      expect(JSON.parse(JSON.stringify(payload))).toEqual(payload);
    }),
  );
});
