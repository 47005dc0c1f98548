import { suggestion } from '../arguments/did-you-mean.ts';
import { CannotRun } from '../load/cannot-run.ts';
import type { BusbarConfig } from './busbar-config.ts';

const modes = ['backward', 'backward-transitive', 'forward', 'forward-transitive', 'full', 'full-transitive', 'none'];
/** The names that `--policy` and the configuration know. */
export const policies = ['parsed', 'strict', 'lenient'];
const levels = ['off', 'info', 'warning', 'error'];

type Check = (value: unknown, place: string) => string[];

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const text: Check = (value, place) => (typeof value === 'string' ? [] : [`${place} has to be a text.`]);
const texts: Check = (value, place) =>
  Array.isArray(value) && value.every((one) => typeof one === 'string') ? [] : [`${place} has to be a list of texts.`];
const count: Check = (value, place) =>
  Number.isInteger(value) && Number(value) > 0 ? [] : [`${place} has to be a whole number from 1 on.`];
const callable: Check = (value, place) => (typeof value === 'function' ? [] : [`${place} has to be a function.`]);

function oneOf(words: readonly string[]): Check {
  return (value, place) =>
    words.includes(value as string)
      ? []
      : [`${place} is ${JSON.stringify(value)}, which is none of ${words.join(', ')}.${suggestion(String(value), words)}`];
}

function eachOf(check: Check): Check {
  return (value, place) => {
    if (!isRecord(value)) return [`${place} has to be an object.`];
    return Object.entries(value).flatMap(([key, one]) => check(one, `${place}[${JSON.stringify(key)}]`));
  };
}

function keysOf(checks: Readonly<Record<string, Check>>): Check {
  return (value, place) => {
    if (!isRecord(value)) return [`${place || 'The configuration'} has to be an object.`];
    return Object.entries(value).flatMap(([key, one]) => {
      const name = place ? `${place}.${key}` : key;
      if (!Object.hasOwn(checks, key)) return [`${name} is not known.${suggestion(key, Object.keys(checks))}`];
      return one === undefined ? [] : checks[key]!(one, name);
    });
  };
}

const check = keysOf({
  contracts: texts,
  lock: text,
  mode: oneOf(modes),
  policy: oneOf(policies),
  overrides: eachOf(keysOf({ mode: oneOf(modes), policy: oneOf(policies) })),
  group: callable,
  apps: eachOf(keysOf({ emits: texts, listens: texts, sources: texts, reads: texts, owner: text })),
  severities: eachOf(oneOf(levels)),
  lint: keysOf({ allowNames: texts, maxNameLength: count }),
  catalogue: keysOf({ title: text, description: text, out: text, importFrom: text }),
});

/** @throws CannotRun `invalid-config` with everything that is wrong. */
export function assertConfig(value: unknown, file: string): asserts value is BusbarConfig {
  const problems = check(value, '');
  const contracts = isRecord(value) ? value['contracts'] : undefined;
  if (contracts === undefined || (Array.isArray(contracts) && contracts.length === 0))
    problems.push('contracts has to name the modules with the contracts.');
  if (problems.length === 0) return;
  throw new CannotRun({
    code: 'invalid-config',
    message: `The configuration is not right. ${problems.join(' ')}`,
    advice: 'See "Configuration" in the README of @busbar/cli.',
    file,
  });
}
