import { contractsOf } from '../hub/topic.ts';
import { parseCopy } from '../parse-payload.ts';
import type { PublishStage } from './publish-stage.ts';

/** Guarantees: the payload satisfies the newest contract that takes it. A plain event says no version. */
export const fit: PublishStage = {
  name: 'fit',
  run(publication, { hub }) {
    const { topic, copy, source } = publication;
    let refusal: unknown;
    for (const contract of contractsOf(topic)) {
      try {
        publication.data = parseCopy(contract, copy, source, hub.limits);
        publication.contract = contract;
        return;
      } catch (error) {
        refusal ??= error;
      }
    }
    throw refusal;
  },
};
