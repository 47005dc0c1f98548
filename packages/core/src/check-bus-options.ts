import type { BusOptions, ScopeOptions } from './bus.ts';
import { assertFit, isFunction, isObject, type Rule } from './option-rules.ts';

const isList = (given: unknown): boolean => Array.isArray(given) && [...given].every(isObject);

const scopeRules = (): Record<Exclude<keyof ScopeOptions, 'source'>, Rule> => ({
  publish: [Array.isArray, 'a list of patterns'],
  subscribe: [Array.isArray, 'a list of patterns'],
});

const busRules = (): Record<Exclude<keyof BusOptions, 'source'>, Rule> => ({
  ...scopeRules(),
  hub: [isObject, 'a hub'],
  contracts: [isList, 'a list of contracts, or of objects that hold them'],
  stages: [isList, 'a list of stages'],
  onError: [isFunction, 'a function'],
  limits: [isObject, 'an object of bounds'],
});

/** @throws BusError `invalid-option`. */
export function assertScopeOptions(options: ScopeOptions, source: string): void {
  assertFit(options, scopeRules(), source);
}

/** @throws BusError `invalid-option`. */
export function assertBusOptions(options: BusOptions): void {
  assertFit(options, busRules(), options.source);
}
