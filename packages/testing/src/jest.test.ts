import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';

interface Report {
  readonly testResults: readonly {
    readonly message: string;
    readonly assertionResults: readonly { readonly title: string; readonly status: string; readonly failureMessages: string[] }[];
  }[];
}

const folder = dirname(fileURLToPath(import.meta.url));
const project = {
  rootDir: folder,
  testMatch: ['<rootDir>/jest/cart.test.fixture.ts'],
  transform: { '\\.ts$': join(folder, 'jest/strip-types.test.fixture.ts') },
  extensionsToTreatAsEsm: ['.ts'],
  moduleFileExtensions: ['ts', 'js', 'mjs', 'cjs', 'json'],
};

/** Runs a Jest of its own; answers what became of each test. */
async function runJest(testEnvironment: string): Promise<Map<string, string>> {
  const jest = join(dirname(createRequire(import.meta.url).resolve('jest/package.json')), 'bin/jest.js');
  const config = JSON.stringify({ ...project, testEnvironment });
  const flags = ['--experimental-vm-modules', '--no-warnings', jest, '--config', config, '--json', '--runInBand', '--no-cache'];
  // It leaves with an error, since tests fail that have to.
  const { stdout } = await promisify(execFile)(process.execPath, flags, { cwd: folder }).catch((error) => error);
  const { testResults } = JSON.parse(stdout) as Report;
  const told = testResults.flatMap(({ message, assertionResults }) =>
    assertionResults.length > 0 ? assertionResults : [{ title: 'file', status: 'failed', failureMessages: [message] }],
  );
  return new Map(told.map(({ title, status, failureMessages }) => [title, failureMessages[0] ?? status]));
}

describe.each(['node', 'jsdom'])('the entry for Jest, in its environment %s', (environment) => {
  let results: Map<string, string>;
  beforeAll(async () => {
    results = await runJest(environment);
  }, 60_000);

  it('has all tests pass that ought to', () => {
    const passing = [...results].filter(([title]) => title.endsWith('passes') || title.includes('passes,'));
    expect(passing.map(([title, result]) => `${title}: ${result}`)).toEqual(passing.map(([title]) => `${title}: passed`));
    expect(passing.length).toBeGreaterThanOrEqual(4);
    expect(results.size).toBe(7);
  });

  it('has a matcher tell what was emitted instead', () => {
    expect(results.get('toHaveEmitted fails')).toContain(
      'Expected "cart:itemAdded" with {"quantity":"Any<Number>"} to be emitted.\nEmitted:\n  cart:changed by "test": {"total":3}',
    );
  });

  it('has a test fail whose strict bus has a dead letter', () => {
    expect(results.get('a strict bus fails')).toContain('Dead letter (invalid): cart:changed by "test": {"total":"three"}');
  });
});
