import { expect, it } from 'vitest';
import { assertConfig } from './assert-config.ts';
import { defineConfig } from './define-config.ts';

const contracts = ['src/*.ts'];

it('takes everything that the type names', () => {
  const config = defineConfig({
    contracts,
    lock: 'locks/busbar.lock.json',
    mode: 'backward-transitive',
    policy: 'strict',
    overrides: { 'legacy:*': { mode: 'none', policy: 'lenient' } },
    group: ({ version }) => Math.floor(version / 100),
    apps: {
      cart: {
        emits: ['cart:*'],
        listens: ['checkout:*'],
        sources: ['../cart/src'],
        reads: ['busbar.reads/cart.json'],
        owner: 'team-cart',
      },
    },
    severities: { 'summary-missing': 'error', 'never-heard': 'off' },
    lint: { allowNames: ['legacy:*'], maxNameLength: 40 },
    catalogue: { title: 'The shop', description: 'All events', out: 'site', importFrom: '@acme/contracts' },
  });
  expect(() => assertConfig(config, 'busbar.config.ts')).not.toThrow();
});

it.each([
  [{}, 'contracts has to name the modules'],
  [{ contracts: [] }, 'contracts has to name the modules'],
  [{ contracts: 'src' }, 'contracts has to be a list of texts.'],
  [undefined, 'The configuration has to be an object.'],
  [{ contracts, locks: '' }, 'locks is not known. Did you mean "lock"?'],
  [{ contracts, mode: 'backwards' }, 'mode is "backwards", which is none of'],
  [{ contracts, overrides: { 'a:*': { mod: 'none' } } }, 'overrides["a:*"].mod is not known. Did you mean "mode"?'],
  [{ contracts, apps: { cart: { emit: [] } } }, 'apps["cart"].emit is not known. Did you mean "emits"?'],
  [{ contracts, lint: { maxNameLength: '40' } }, 'lint.maxNameLength has to be a whole number'],
  [{ contracts, group: 1 }, 'group has to be a function.'],
  [{ contracts, severities: { 'never-heard': 'fatal' } }, 'severities["never-heard"] is "fatal"'],
])('refuses %j', (config, sentence) => {
  expect(() => assertConfig(config, 'busbar.config.ts')).toThrow(sentence);
});
