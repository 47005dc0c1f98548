import avro from 'avsc';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DescribedContract } from '../../contracts/described-contract.ts';
import { randomRuns } from '../../random-runs.test.fixture.ts';
import { anyPayload, contractOf, rooted } from '../any-payload.test.fixture.ts';
import { avroPayload } from './avro-payload.ts';
import { exportAvro } from './export-avro.ts';

/** What somebody reads who has the `.avsc` and the bytes. */
function throughBytes(contract: DescribedContract, payload: unknown): unknown {
  const type = avro.Type.forSchema(JSON.parse(exportAvro([contract]).files[0]!.text), { wrapUnions: true });
  const { toAvro, fromAvro } = avroPayload(contract);
  return fromAvro(type.fromBuffer(type.toBuffer(toAvro(payload))));
}

describe('payloads in Avro', () => {
  it('come back from bytes as they were', () => {
    const payloads = anyPayload().chain(({ schema, values }) => fc.tuple(fc.constant(contractOf(rooted(schema))), values));
    fc.assert(
      fc.property(payloads, ([contract, payload]) => {
        expect(throughBytes(contract, payload)).toEqual(payload);
      }),
      randomRuns(200),
    );
  });

  it('are texts where a union of dates and texts has a day that there is none of', () => {
    const contract = contractOf({ anyOf: [{ type: 'string', format: 'date' }, { type: 'string' }] });
    const payloads = ['2027-02-28', '2027-02-30', '2027-99-99'];
    expect(payloads.map((payload) => throughBytes(contract, payload))).toEqual(payloads);
  });

  it('carry whole numbers of any size as text where the schema admits anything', () => {
    expect(throughBytes(contractOf({ 'x-type': 'bigint' }), 2n ** 70n)).toBe('1180591620717411303424');
  });
});
