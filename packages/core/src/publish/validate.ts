import { parseCopy, parsePayload } from '../parse-payload.ts';
import type { PublishStage } from './publish-stage.ts';

/** Guarantees: the payload is what the contract's schema returned, frozen, and no object of the emitter's. */
export const validate: PublishStage = {
  name: 'validate',
  run(publication, { hub: { limits } }) {
    const { contract, source, data, copy } = publication;
    const parse = data === copy ? parseCopy : parsePayload;
    publication.data = parse(contract, data, source, limits);
  },
};
