import { copyPayload, parsePayload, unbounded } from '../parse-payload.ts';
import type { PublishStage } from './publish-stage.ts';

/** Guarantees: the payload is what the contract's schema returned, frozen, and no object of the emitter's. */
export const validate: PublishStage = {
  name: 'validate',
  run(publication, { hub: { limits } }) {
    const { contract, source, data, copy } = publication;
    try {
      const own = data === copy ? copy : copyPayload(data, contract.type, source, unbounded(limits));
      publication.data = parsePayload(contract, own, source, limits);
      return undefined;
    } catch (error) {
      return { reject: error };
    }
  },
};
