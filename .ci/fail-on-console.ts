// A Vitest setup file. Silence is part of what is tested: whatever a test writes to the console fails it. A test that
// expects a warning spies on the method (`vi.spyOn(console, 'warn')` with an implementation), which takes the place of this.
import { afterAll, afterEach, expect } from 'vitest';

const methods = ['debug', 'error', 'info', 'log', 'trace', 'warn'] as const;
/** What frameworks say once about themselves. */
const greetings = /^(Angular is running in development mode|Lit is in dev mode)\./;
const written: string[] = [];

for (const method of methods) {
  console[method] = (...words: unknown[]) => {
    if (!greetings.test(String(words[0]))) written.push(`console.${method}: ${words.map(String).join(' ')}`);
  };
}

function expectSilence(): void {
  expect(written.splice(0), 'Tests write nothing to the console unless they spy on it').toEqual([]);
}

afterEach(expectSilence);
afterAll(expectSilence);
