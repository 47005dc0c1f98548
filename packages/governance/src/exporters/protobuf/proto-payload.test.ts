import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DescribedContract } from '../../contracts/described-contract.ts';
import { randomRuns } from '../../random-runs.test.fixture.ts';
import { anyPayload, contractOf, rooted } from '../any-payload.test.fixture.ts';
import { exportProtobuf } from './export-protobuf.ts';
import { parseProto } from './parse-proto.test.fixture.ts';
import { protobufPayload } from './proto-payload.ts';

/** What somebody reads who has the `.proto` and the bytes. */
function throughBytes(contract: DescribedContract, payload: unknown): unknown {
  const type = parseProto(exportProtobuf([contract]).files[0]!.text).lookupType('cart.ItemAdded');
  const { toMessage, fromMessage } = protobufPayload(contract);
  const message = type.fromObject(toMessage(payload));
  expect(type.verify(message)).toBeNull();
  return fromMessage(type.toObject(type.decode(type.encode(message).finish()), { enums: String, longs: Number }));
}

describe('payloads in Protobuf', () => {
  it('come back from bytes as they were', () => {
    const payloads = anyPayload().chain(({ schema, values }) => fc.tuple(fc.constant(contractOf(rooted(schema))), values));
    fc.assert(
      fc.property(payloads, ([contract, payload]) => {
        expect(throughBytes(contract, payload)).toEqual(payload);
      }),
      randomRuns(300),
    );
  });

  it('carry whole numbers of any size as text where the schema admits anything', () => {
    expect(throughBytes(contractOf({ 'x-type': 'bigint' }), 2n ** 70n)).toBe('1180591620717411303424');
  });

  it('are refused where a text is none of those that the schema names', () => {
    const { toMessage } = protobufPayload(contractOf({ type: 'string', enum: ['open', 'done'] }));
    expect(() => toMessage('lost')).toThrow(new TypeError('“lost” at “/” is none of the texts there.'));
  });

  it('keep the moment of a date and time, in UTC', () => {
    const contract = contractOf({ type: 'string', format: 'date-time' });
    expect(throughBytes(contract, '2027-01-31T12:00:00.120+02:00')).toBe('2027-01-31T10:00:00.12Z');
    expect(throughBytes(contract, '1969-12-31T23:59:59Z')).toBe('1969-12-31T23:59:59Z');
    expect(() => throughBytes(contract, 'tomorrow')).toThrow(TypeError);
    expect(() => throughBytes(contract, '2027-02-30T12:00:00Z')).toThrow(TypeError);
  });
});
