// The bundle that emits: its own copy of Busbar, of Zod, of the contracts and of the payloads.
import { createBus, isBusError } from '@busbar/core';
import { requiredFieldsOf, without } from './required-fields.ts';
import { contractDefinitions, webhookContracts } from './webhook-contracts.ts';
import { webhookPayloads } from './webhook-payloads.ts';

const bus = createBus({ source: 'github' });
const contracts = webhookContracts();

/** A payload that lacked a required field, and what became of it. */
export interface Refusal {
  readonly place: string;
  /** The field that was taken out. */
  readonly missing: string;
  readonly code: string;
  /** The paths that the error names. */
  readonly paths: readonly string[];
}

declare global {
  var webhookSender: { sendAll(): void; sendIncomplete(): readonly Refusal[] };
}

globalThis.webhookSender = {
  sendAll() {
    for (const { type, data } of webhookPayloads) bus.emit(contractOf(type), data);
  },
  /** One required field of each payload is missing, another one each time, at every depth. */
  sendIncomplete() {
    return webhookPayloads.map(({ place, type, definition, data }, index) => {
      const fields = requiredFieldsOf(data, definition, contractDefinitions);
      const field = fields[index % fields.length] ?? [];
      return { place, missing: field.join('.'), ...refusalOf(() => bus.emit(contractOf(type), without(data, field))) };
    });
  },
};

function contractOf(type: string) {
  const contract = contracts.get(type);
  if (!contract) throw new Error(`No contract is named ${type}.`);
  return contract;
}

function refusalOf(emit: () => unknown): { code: string; paths: readonly string[] } {
  try {
    emit();
    return { code: 'accepted', paths: [] };
  } catch (error) {
    if (!isBusError(error, 'invalid-payload')) throw error;
    return { code: error.code, paths: error.details.issues.map(({ path }) => path) };
  }
}
