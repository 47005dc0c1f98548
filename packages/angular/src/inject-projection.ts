import type { Signal, ValueEqualityFn } from '@angular/core';
import type { Readable } from '@busbar/core';
import { inDevelopment } from './development.ts';
import { assertContext, type InjectorOption, inContext } from './in-context.ts';
import type { Reactive } from './reactive.ts';
import { signalOf } from './signal-of.ts';

/** How `injectProjection` reads. */
export interface InjectProjectionOptions<Value> extends InjectorOption {
  /** Answers whether two values are the same, so that nobody is told of a change. Default `Object.is`. */
  readonly compare?: ValueEqualityFn<Value>;
}

/**
 * Gives the value of a projection, or of any `Readable`, as a signal, for as long as its owner lives.
 *
 * `select` picks from it and may read other signals. A source that is a signal or a function is followed to the next one.
 *
 * @throws NG0203 outside an injection context unless `injector` is given.
 * @example
 * readonly total = injectProjection(cartLines, (lines) => lines.reduce((sum, { price }) => sum + price, 0));
 */
export function injectProjection<Value>(
  source: Reactive<Readable<Value>>,
  select?: undefined,
  options?: InjectProjectionOptions<Value>,
): Signal<Value>;
export function injectProjection<Value, Selected>(
  source: Reactive<Readable<Value>>,
  select: (value: Value) => Selected,
  options?: InjectProjectionOptions<Selected>,
): Signal<Selected>;
export function injectProjection(
  source: Reactive<Readable<unknown>>,
  select: (value: unknown) => unknown = (value) => value,
  { compare, injector }: InjectProjectionOptions<unknown> = {},
): Signal<unknown> {
  if (inDevelopment) assertContext(injectProjection, injector);
  return inContext(injector, () => signalOf(source, (readable) => readable, select, compare));
}
