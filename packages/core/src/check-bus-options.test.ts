import { describe, expect, it } from 'vitest';
import { type BusErrorDetails, createBus, createHub } from './index.ts';

function invalid(option: string, given: unknown, source: string): unknown {
  const details: Partial<BusErrorDetails['invalid-option']> = { option, given, source };
  return expect.objectContaining({ code: 'invalid-option', details: expect.objectContaining(details) });
}

describe('createBus refuses', () => {
  it.each([
    ['hub', 'the page'],
    ['contracts', {}],
    ['contracts', [null]],
    ['stages', {}],
    ['stages', [undefined]],
    ['onError', 'console'],
    ['limits', 5],
    ['publish', 'cart:*'],
    ['subscribe', new Set(['cart:*'])],
  ])('%s of %j', (option, given) => {
    const options = { source: 'cart', hub: createHub(), [option]: given };
    expect(() => createBus(options as never)).toThrow(invalid(option, given, 'cart'));
  });

  it('what is no text for a pattern', () => {
    const options = { source: 'cart', hub: createHub(), publish: [5 as never] };
    expect(() => createBus(options)).toThrow(expect.objectContaining({ code: 'invalid-pattern' }));
  });

  it('a stage on a side that there is not, whatever it is called', () => {
    const stage = { name: 'consent', side: '__proto__', before: 'stamp', run: () => {} };
    const options = { source: 'cart', hub: createHub(), stages: [stage as never] };
    expect(() => createBus(options)).toThrow(expect.objectContaining({ code: 'invalid-stage' }));
  });
});

it.each([
  ['publish', 'cart:*'],
  ['subscribe', 5],
])('a scope refuses %s of %j', (option, given) => {
  const bus = createBus({ source: 'shell', hub: createHub() });
  expect(() => bus.scope({ source: 'cart', [option]: given })).toThrow(invalid(option, given, 'shell'));
});

it.each([null, undefined, {}])('createHub takes %j for bounds', (limits) => {
  expect(createHub({ limits: limits as never }).limits.depth).toBe(64);
});

it.each([
  ['hops', -1],
  ['deadLetters', Number.NaN],
  ['depth', '64'],
  ['slice', {}],
])('createHub refuses a bound %s of %j', (option, given) => {
  expect(() => createHub({ limits: { [option]: given } })).toThrow(invalid(option, given, 'createHub'));
});
