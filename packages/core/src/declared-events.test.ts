import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const folder = new URL('.', import.meta.url).pathname;
const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2023,
  lib: ['lib.es2023.d.ts', 'lib.esnext.disposable.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  types: [],
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  allowImportingTsExtensions: true,
  strict: true,
  skipLibCheck: true,
  noEmit: true,
};

/** An application that declares its contracts to the compiler; each form that is allowed stands beside one that is not. */
const application = `
import * as z from 'zod';
import { type BusEvent, createBus, defineEvents, type EventsByName } from './index.ts';

const cart = defineEvents('cart', {
  itemAdded: { version: 1, schema: z.object({ sku: z.string(), quantity: z.number().default(1) }) },
  emptied: { version: 1, schema: z.undefined() },
});

declare module './bus.ts' {
  interface DeclaredEvents extends EventsByName<typeof cart> {}
}

const bus = createBus({ source: 'cart' });

const event: BusEvent<{ sku: string; quantity: number }, 'cart:itemAdded'> = bus.emit('cart:itemAdded', { sku: 'A-1' });
// @ts-expect-error the payload lacks its sku
bus.emit('cart:itemAdded', { quantity: 1 });
bus.emit('cart:emptied', undefined);
// @ts-expect-error this is the payload of another event
bus.emit('cart:emptied', { sku: 'A-1' });
// @ts-expect-error nobody declared the name
bus.emit('cart:itemRemoved', { sku: 'A-1' });

const quantity: number | undefined = bus.latest('cart:itemAdded').get()?.quantity;
// @ts-expect-error nobody declared the name
bus.latest('cart:itemRemoved');
bus.emit(cart.itemAdded, { sku: 'A-1', quantity: 2 });

bus.on('cart:itemAdded', ({ data, type }) => [data.quantity.toFixed(), type satisfies 'cart:itemAdded']);
// @ts-expect-error the payload has no such field
bus.on('cart:itemAdded', ({ data }) => data.colour);
bus.on('cart:*', ({ data }) => data satisfies unknown, { replay: 2 });
// @ts-expect-error what a pattern brings has to be looked at first
bus.on('cart:*', ({ data }) => data.sku);
`;

/**
 * What the compiler has to say about code beside the sources. In a program of its own, since a declaration holds for all
 * files of one.
 */
function problemsOf(code: string): string[] {
  const path = `${folder}application-of-this-test.ts`;
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists } = host;
  host.fileExists = (name) => name === path || fileExists(name);
  host.getSourceFile = (name, languageVersion, ...others) =>
    name === path ? ts.createSourceFile(path, code, languageVersion) : getSourceFile.call(host, name, languageVersion, ...others);
  const program = ts.createProgram([path], options, host);
  return ts.getPreEmitDiagnostics(program).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}

describe('names that are declared to the compiler', () => {
  it('take and give the payloads of their contracts, and no others', { timeout: 60_000 }, () => {
    expect(problemsOf(application)).toEqual([]);
  });
});
