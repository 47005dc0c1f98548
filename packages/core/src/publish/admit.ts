import { BusError } from '../bus-error.ts';
import { castEvent } from '../cast-event.ts';
import type { AnyEventContract } from '../define-event.ts';
import { contractsOf } from '../hub/topic.ts';
import { parseCopy, parsePayload } from '../parse-payload.ts';
import type { PublishStage } from './publish-stage.ts';

/**
 * Guarantees: the payload satisfies the page's contract of the version that the event says; where there is none, the newest
 * to which it can be cast.
 */
export const admit: PublishStage = {
  name: 'admit',
  run(publication, { hub, source: adopter }) {
    const { topic, source, adopted, data, copy } = publication;
    const { type, dataversion } = adopted!;
    const contracts = contractsOf(topic);
    const same = contracts.filter(({ version }) => version === dataversion);
    const parse = data === copy ? parseCopy : parsePayload;
    const read = (contract: AnyEventContract): unknown =>
      same.length > 0
        ? parse(contract, data, source, hub.limits)
        : castEvent({ ...adopted!, sequence: 0, data }, contract, hub, adopter).data;
    let refusal: unknown;
    for (const contract of same.length > 0 ? same : contracts) {
      try {
        publication.data = read(contract);
        publication.contract = contract;
        return;
      } catch (error) {
        refusal ??= error;
      }
    }
    throw refusal ?? new BusError('unknown-contract', { type, source: adopter, known: [] });
  },
};
