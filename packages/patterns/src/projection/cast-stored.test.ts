import { createBus, createHub, defineEvent } from '@busbar/core';
import { expect, it, vi } from 'vitest';
import * as z from 'zod';
import { defineProjection } from './define-projection.ts';
import { project } from './project.ts';

it('A retained event of a contract that says something else under the same version is judged by the projection’s own', () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
  const hub = createHub();
  const [theirs, mine] = [z.union([z.number(), z.string()]), z.number()].map((schema, index) =>
    defineEvent('stock:counted', { version: 1, schema, retain: 5, fingerprint: `print-${index}` }),
  );
  const other = createBus({ source: 'other', hub, contracts: [theirs!] });
  const bus = createBus({ source: 'mine', hub, contracts: [mine!], onError: () => {} });
  const add = (sum: number, { data }: { data: unknown }): number => sum + (data as number);
  const sum = defineProjection('sum', { initial: 0, contracts: [mine!], on: { 'stock:counted': add } });
  for (const count of [2, '3', 4]) other.emit(theirs!, count);
  expect(project(bus, sum).get()).toBe(6);
  expect(bus.deadLetters.list()).toMatchObject([{ event: { data: '3' }, reason: 'incompatible' }]);
  expect(warn).toHaveBeenCalledExactlyOnceWith(expect.stringContaining('contract-drift'));
});
