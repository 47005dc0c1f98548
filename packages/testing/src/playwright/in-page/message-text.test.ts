import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromText, toText } from './message-text.ts';
import type { Recorded, RecorderMessage } from './recorded.ts';

const message = (data: unknown): RecorderMessage => {
  const event = { id: 'a-1', source: 'a', type: 'a:done', time: 1, sequence: 1, dataversion: 1, hops: 0, data };
  return { document: 'd', number: 1, url: 'http://localhost/', leftOut: 0, recorded: [{ event }] };
};
const dataOf = ({ recorded: [first] }: RecorderMessage): unknown => (first as Extract<Recorded, { event: object }>).event.data;

describe('a message as text', () => {
  it('says every payload: texts of any kind, big integers, numbers that are none', () => {
    // JSON knows one zero.
    const leaf = fc.oneof(
      fc.string({ unit: fc.nat(0xff_ff).map((code) => String.fromCharCode(code)) }),
      fc.string().map((text) => `\0${text}`),
      fc.double().map((number) => (number === 0 ? 0 : number)),
      fc.bigInt(),
    );
    const key = fc.string().filter((name) => name !== '__proto__' && name !== 'toJSON');
    const inner = fc.oneof(
      leaf,
      fc.array(leaf, { maxLength: 4 }),
      fc.dictionary(key, leaf, { maxKeys: 4, noNullPrototype: true }),
    );
    const payload = fc.oneof(inner, fc.array(inner, { maxLength: 4 }));
    fc.assert(fc.property(payload, (data) => isDeepStrictEqual(dataOf(fromText(toText(message(data)))), data)));
  });

  it('leaves out what is undefined', () => {
    expect(dataOf(fromText(toText(message({ note: undefined, lines: [undefined, 1] }))))).toEqual({ lines: [undefined, 1] });
    expect(dataOf(fromText(toText(message(undefined))))).toBeUndefined();
  });
});
