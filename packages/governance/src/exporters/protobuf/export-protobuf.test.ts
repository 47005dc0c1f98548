import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomRuns } from '../../random-runs.test.fixture.ts';
import { anyPayload, contractOf, rooted } from '../any-payload.test.fixture.ts';
import { exportProtobuf } from './export-protobuf.ts';
import { parseProto } from './parse-proto.test.fixture.ts';
import { protobufPayload } from './proto-payload.ts';

const text = { type: 'string' };
const closed = (properties: object, ...required: string[]) => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
});

describe('the export to Protobuf', () => {
  it('is parsed whatever contracts say, and no line of theirs is more than a comment', () => {
    const nasty = 'a\nmessage Evil { }\r// */ \u2028 syntax = "proto2";';
    fc.assert(
      fc.property(anyPayload(2), ({ schema }) => {
        const contract = contractOf(rooted(schema), { summary: nasty, owner: nasty, tags: [nasty], fieldTags: { '': [nasty] } });
        const root = parseProto(exportProtobuf([contract]).files[0]!.text);
        expect([root.lookup('Evil'), root.lookupType('cart.ItemAdded').name]).toEqual([null, 'ItemAdded']);
      }),
      randomRuns(50),
    );
  });

  it('has enums that begin with a value for none, unions as oneof and anything as a Value', () => {
    const card = closed({ kind: { const: 'card' } }, 'kind');
    const output = closed(
      { state: { ...text, enum: ['open', 'done'] }, pay: { anyOf: [text, card] }, more: {} },
      'state',
      'pay',
      'more',
    );
    const type = parseProto(exportProtobuf([contractOf(output)]).files[0]!.text).lookupType('cart.ItemAdded');
    expect(type.lookupEnum('State').values).toEqual({ STATE_UNSPECIFIED: 0, STATE_DONE: 1, STATE_OPEN: 2 });
    expect(type.oneofs['pay']!.oneof).toEqual(['pay_card', 'pay_string']);
    expect(type.fields['more']!.type).toBe('.google.protobuf.Value');
  });

  it('calls fields as Protobuf does, and says what they are called in JSON where that does not follow', () => {
    const { text: file } = exportProtobuf([contractOf(closed({ placedAt: text, 'a b': text, URL: text }))]).files[0]!;
    expect(file).toContain('optional string placed_at = 3;');
    expect(file).toContain('optional string a_b = 2 [json_name = "a b"];');
    expect(file).toContain('optional string url = 1 [json_name = "URL"];');
  });

  it('gives two events that would be called alike two names', () => {
    const files = exportProtobuf([contractOf(text, { type: 'cart:item-added' }), contractOf(text)]).files;
    expect(files.map((file) => /message \w+/.exec(file.text)![0])).toEqual(['message ItemAdded', 'message ItemAdded_2']);
  });

  it('notes where absent, null and empty come back as one', () => {
    const contract = contractOf(closed({ a: { anyOf: [text, { type: 'null' }] }, b: { type: 'array', items: text } }));
    const { toMessage, fromMessage } = protobufPayload(contract);
    expect(fromMessage(toMessage({ a: null, b: [] }))).toEqual({});
    expect(exportProtobuf([contract]).notes.map(({ path, message }) => `${path}: ${message}`)).toEqual([
      '/a: Absent and null are the same in Protobuf: null is read as absent.',
      '/b: Absent and empty are the same in Protobuf: empty is read as absent.',
    ]);
  });

  it('ends soon where definitions refer to each other in all ways', () => {
    const names = Array.from({ length: 12 }, (_, index) => `d${index}`);
    const all = closed(Object.fromEntries(names.map((name) => [name, { $ref: `#/$defs/${name}` }])));
    const contract = contractOf({ $ref: '#/$defs/d0', $defs: Object.fromEntries(names.map((name) => [name, all])) });
    const begun = performance.now();
    expect(exportProtobuf([contract]).notes.some(({ message }) => message.includes('has no type for this'))).toBe(true);
    expect(performance.now() - begun).toBeLessThan(5_000);
  });
});
