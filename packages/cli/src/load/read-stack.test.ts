import { describe, expect, it } from 'vitest';
import { ownFramesFirst, placeOfSyntaxError, readStack } from './read-stack.ts';

function errorWith(stack: string): Error {
  return Object.assign(new Error('broken'), { stack });
}

describe('readStack', () => {
  it('reads frames with and without a function, and paths for addresses', () => {
    const error = errorWith(`Error: broken
    at spin (file:///shop/src/a%20b.ts:3:7)
    at async load (/shop/src/load.ts:1:2)
    at file:///shop/src/cart.ts:9:1
    at new Cart (/shop/cart.ts:4:5)`);
    expect(readStack(error)).toEqual([
      { name: 'spin', file: '/shop/src/a b.ts', line: 3, column: 7 },
      { name: 'load', file: '/shop/src/load.ts', line: 1, column: 2 },
      { name: '', file: '/shop/src/cart.ts', line: 9, column: 1 },
      { name: 'new Cart', file: '/shop/cart.ts', line: 4, column: 5 },
    ]);
  });

  it('ends where Node begins to run a module', () => {
    const error = errorWith(`Error: broken
    at /shop/src/cart.ts:9:1
    at ModuleJob.run (node:internal/modules/esm/module_job:569:25)
    at runCommand (/shop/node_modules/citty/index.mjs:1:1)`);
    expect(readStack(error)).toHaveLength(1);
  });

  it('finds no frame in what is no error', () => {
    expect(readStack('a fit')).toEqual([]);
  });
});

describe('ownFramesFirst', () => {
  const frame = (file: string) => ({ name: '', file, line: 1, column: 1 });

  it("puts the project's frames before those of libraries, each in their order", () => {
    const frames = ['/shop/node_modules/zod/a.js', '/shop/src/b.ts', '/shop/node_modules/zod/c.js', '/shop/src/d.ts'].map(frame);
    expect(ownFramesFirst(frames, '/shop').map(({ file }) => file.split('/').at(-1)![0])).toEqual(['b', 'd', 'a', 'c']);
  });

  it('leaves out those of Node and of this command', () => {
    const frames = [frame('node:internal/timers'), frame(import.meta.filename), frame('')];
    expect(ownFramesFirst(frames, '/shop')).toEqual([]);
  });
});

describe('placeOfSyntaxError', () => {
  it('reads what Node writes above the message', () => {
    const error = errorWith("file:///shop/src/cart.ts:2\nimport { zzz } from './line.ts';\n         ^^^\nSyntaxError: broken");
    expect(placeOfSyntaxError(error)).toEqual({ file: '/shop/src/cart.ts', line: 2, column: 10 });
  });

  it('finds nothing in the stack of another error', () => {
    expect(placeOfSyntaxError(new Error('broken'))).toBeUndefined();
  });
});
