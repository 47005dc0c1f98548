import { type Diagnostic, Parser } from '@asyncapi/parser';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { anyPayload, contractOf, rooted } from '../any-payload.test.fixture.ts';
import type { ExportSource } from '../exported-contract.ts';
import { type AsyncApiOptions, exportAsyncApi } from './export-asyncapi.ts';

/** What the reference parser reads, and what it holds to be wrong. */
async function read(source: ExportSource, options?: AsyncApiOptions) {
  const { document, diagnostics } = await new Parser().parse(exportAsyncApi(source, options).files[0]!.text);
  return { document, errors: diagnostics.filter(({ severity }: Diagnostic) => severity === 0) };
}

const item = { type: 'object', properties: { sku: { type: 'string' }, on: { type: 'boolean' } }, required: ['sku'] };
const facts = {
  owner: 'team-cart',
  summary: 'A line was put into the cart',
  tags: ['cart'],
  emitters: ['cart'],
  listeners: ['checkout', 'profile'],
};
const first = contractOf(item, { lifecycle: { deprecated: '2027-01-31' } });
const second = { ...contractOf(item, { version: 2, examples: [{ sku: 'A-1' }], fieldTags: { '/sku': ['pii'] } }), ...facts };

/** Contracts with everything that a document might stumble over. */
function nastyContracts(count: number) {
  const schemas = fc.sample(
    anyPayload().map(({ schema }) => rooted(schema)),
    { numRuns: count, seed: 11 },
  );
  const summary = '*/ $\u007bx} `"\' --- # : {{ <script> \n- a: b';
  return schemas.map((schema, index) => ({
    ...contractOf(schema, { type: `any:{${index}} ~/"`, summary, owner: summary, tags: [summary, summary] }),
    emitters: [summary, 'yes'],
  }));
}

describe('the export to AsyncAPI', () => {
  it('is a document that the parser takes, with its channels, messages and operations', { timeout: 20_000 }, async () => {
    const { document, errors } = await read([first, second]);
    expect(errors).toEqual([]);
    const channel = document!.channels().get('cart.itemAdded')!;
    expect(channel.address()).toBe('cart:itemAdded');
    expect(
      channel
        .messages()
        .all()
        .map((message) => message.title()),
    ).toEqual(['cart:itemAdded version 1', 'cart:itemAdded version 2']);
    expect(
      document!
        .operations()
        .all()
        .map((one) => `${one.action()} ${one.summary()}`),
    ).toEqual([
      'send cart emits cart:itemAdded',
      'receive checkout listens to cart:itemAdded',
      'receive profile listens to cart:itemAdded',
    ]);
  });

  it('carries payload, headers, examples, tags and owner of a message', { timeout: 20_000 }, async () => {
    const { document } = await read([first, second]);
    const [old, current] = document!.messages().all();
    expect(current!.payload()!.json()).toMatchObject({ properties: { sku: { type: 'string', 'x-tags': ['pii'] } } });
    expect(current!.headers()!.properties()!['type']!.const()).toBe('cart:itemAdded');
    expect(
      current!
        .examples()
        .all()
        .map((example) => example.payload()),
    ).toEqual([{ sku: 'A-1' }]);
    expect(
      current!
        .tags()
        .all()
        .map((tag) => tag.name()),
    ).toEqual(['cart']);
    expect(current!.extensions().get('x-owner')!.value()).toBe('team-cart');
    expect([old!.payload()!.deprecated(), old!.description()]).toEqual([true, 'Deprecated. Leave it by 2027-01-31.']);
  });

  it('is taken by the parser whatever contracts hold', { timeout: 60_000 }, async () => {
    expect((await read(nastyContracts(25))).errors).toEqual([]);
    expect((await read(nastyContracts(25), { format: 'yaml' })).errors).toEqual([]);
  });

  it('says the same in YAML, by the rules of both its versions', () => {
    const source = [first, second, ...nastyContracts(25)];
    const [document, text] = [
      JSON.parse(exportAsyncApi(source).files[0]!.text),
      exportAsyncApi(source, { format: 'yaml' }).files[0]!.text,
    ];
    expect(parse(text, { maxAliasCount: 0 })).toEqual(document);
    expect(parse(text, { version: '1.1' })).toEqual(document);
  });
});
