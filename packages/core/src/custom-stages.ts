import { BusError } from './bus-error.ts';
import { inDevelopment } from './development.ts';
import { quoted } from './error-message.ts';
import { isLate } from './is-thenable.ts';
import { publishStages } from './publish/publish.ts';
import type { PublishStage } from './publish/publish-stage.ts';
import { receiveStages } from './receive/receive.ts';
import type { ReceiveStage } from './receive/receive-stage.ts';
import type { Publication, Reception, Stage, Verdict } from './stage.ts';

/** The stages of one bus: Busbar's own, with the bus's beside the neighbours that they name. */
export interface PlacedStages {
  readonly publishStages: readonly PublishStage[];
  readonly receiveStages: readonly ReceiveStage[];
}

/**
 * Puts stages of people's own into their places.
 *
 * @throws BusError `invalid-stage` for one without a known neighbour or a function.
 */
export function placeStages(custom: readonly Stage[], source: string): PlacedStages {
  const placed = new Map<unknown, { name: string }[]>([
    ['publish', [...publishStages]],
    ['receive', [...receiveStages]],
  ]);
  for (const stage of custom) {
    const { name, side, before, after, run } = stage;
    const stages = placed.get(side) ?? [];
    const index = stages.findIndex((neighbour) => neighbour.name === (before ?? after));
    const isNamed = typeof name === 'string' && name !== '';
    if (inDevelopment && (!isNamed || index < 0 || typeof run !== 'function')) {
      const names = stages.map((neighbour) => neighbour.name).join(', ');
      const problem = `it needs a name, a side, a function run, and before or after one of ${names}`;
      throw new BusError('invalid-stage', { stage: isNamed ? name : quoted(name), source, problem });
    }
    stages.splice(before ? index : index + 1, 0, guarded(stage, source));
  }
  return { publishStages: placed.get('publish') as PublishStage[], receiveStages: placed.get('receive') as ReceiveStage[] };
}

/** A stage that throws, or answers late or with anything but a verdict, has failed. */
function guarded(stage: Stage, source: string): { name: string; run(record: Publication & Reception): Verdict } {
  const { name } = stage;
  return {
    name,
    run(record) {
      let cause: unknown;
      try {
        const verdict: unknown = stage.run(record);
        if (!verdict) return undefined;
        if (!isLate(verdict) && ('drop' in (verdict as object) || 'reject' in (verdict as object))) return verdict as Verdict;
        cause = new TypeError(`It answered ${verdict}.`);
      } catch (error) {
        cause = error;
      }
      throw new BusError('stage-failed', { stage: String(name), type: (record.event ?? record.contract).type, source }, cause);
    },
  };
}
