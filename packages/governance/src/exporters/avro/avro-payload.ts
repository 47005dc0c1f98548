import { contractsOf, type ExportedContract, type ExportSource } from '../exported-contract.ts';
import { avroNames } from './export-avro.ts';
import { lowerAvro } from './lower-avro.ts';

/** Turns payloads of a contract into values of its `.avsc`, and back. */
export interface AvroPayload {
  /**
   * A value in Avro's JSON encoding, in which values of unions are marked: with avsc, the values of a type made with
   * `{ wrapUnions: true }`.
   *
   * @throws TypeError where the payload does not have the contract's shape.
   */
  toAvro(payload: unknown): unknown;
  /** @param value As a reader of the same schema gives it. */
  fromAvro(value: unknown): unknown;
}

/**
 * Says how payloads of a contract travel in Avro.
 *
 * @param source What was exported, which has to hold the contract. It counts where two events would be called alike.
 * @example
 * const type = avro.Type.forSchema(JSON.parse(file.text), { wrapUnions: true });
 * const { toAvro, fromAvro } = avroPayload(contract);
 * fromAvro(type.fromBuffer(type.toBuffer(toAvro(payload))));
 */
export function avroPayload(contract: ExportedContract, source: ExportSource = [contract]): AvroPayload {
  const names = avroNames(contractsOf(source).map(({ type }) => type));
  const { encode, decode } = lowerAvro(contract, names.get(contract.type)!).type;
  return { toAvro: encode, fromAvro: decode };
}
