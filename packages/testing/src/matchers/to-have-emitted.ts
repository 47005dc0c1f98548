import type { AnyEventContract, BusEvent } from '@busbar/core';
import { tellEvents, tellValue } from '../tell-events.ts';
import type { TestBus } from '../test-bus.ts';
import { typeOf } from '../type-of.ts';
import { Wire } from '../wire.ts';
import { hasPart, type MatcherContext, type MatcherResult } from './matcher-context.ts';

/** Says whether an event was emitted. */
export function toHaveEmitted(
  this: MatcherContext,
  received: unknown,
  asked: AnyEventContract | string,
  ...parts: readonly unknown[]
): MatcherResult {
  const { hub, emitted } = testBusOf(received);
  const type = typeOf(asked);
  const fits = ({ data }: BusEvent): boolean => parts.length === 0 || hasPart(this, data, parts[0]);
  const fitting = emitted(type as never).filter(fits);
  const wanted = parts.length > 0 ? `"${type}" with ${tellValue(parts[0])}` : `"${type}"`;
  return {
    pass: fitting.length > 0,
    message: () =>
      fitting.length > 0
        ? `Expected no ${wanted} to be emitted.\n${tellEvents(fitting)}`
        : `Expected ${wanted} to be emitted.\n${tellEvents(Wire.of(hub)?.events ?? [])}`,
  };
}

function testBusOf(received: unknown): TestBus {
  const bus = received as Partial<TestBus> | undefined;
  if (typeof bus?.emitted === 'function') return bus as TestBus;
  throw new TypeError(
    'toHaveEmitted expects a bus that `createTestBus` of "@busbar/testing" made; its scopes and other buses do not remember.',
  );
}
