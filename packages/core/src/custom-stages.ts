import { BusError } from './bus-error.ts';
import { publishStages } from './publish/publish.ts';
import type { PublishStage } from './publish/publish-stage.ts';
import { receiveStages } from './receive/receive.ts';
import type { ReceiveStage } from './receive/receive-stage.ts';
import type { Ending, Publication, Reception, Stage, Verdict } from './stage.ts';

/** The stages of one bus: Busbar's own, with the bus's beside the neighbours that they name. */
export interface PlacedStages {
  readonly publishStages: readonly PublishStage[];
  readonly receiveStages: readonly ReceiveStage[];
}

/**
 * Puts stages of people's own into their places.
 *
 * @throws BusError `invalid-stage` for one without a name, a known neighbour or a function.
 */
export function placeStages(custom: readonly Stage[], source: string): PlacedStages {
  const placed = { publish: [...publishStages], receive: [...receiveStages] };
  for (const stage of custom) {
    const stages: { name: string }[] | undefined = placed[stage.side];
    if (!stages) throw invalid(stage, source, `its side is neither "publish" nor "receive"`);
    if (typeof stage.run !== 'function') throw invalid(stage, source, 'it has no function `run`');
    const neighbour = stage.before ?? stage.after;
    const index = stages.findIndex(({ name }) => name === neighbour);
    if (index < 0)
      throw invalid(stage, source, `it names no neighbour; take one of ${stages.map(({ name }) => name).join(', ')}`);
    const guarded = { name: stage.name, run: (record: Publication & Reception) => guard(stage, record, source) };
    stages.splice(stage.before ? index : index + 1, 0, guarded);
  }
  return { publishStages: placed.publish, receiveStages: placed.receive };
}

/** Asks a stage; one that throws, or answers late or with anything but a verdict, counts as a failure of the stage. */
function guard(stage: Stage, record: Publication & Reception, source: string): Verdict {
  const type = record.event?.type ?? record.contract.type;
  let verdict: unknown;
  try {
    verdict = stage.run(record);
  } catch (error) {
    return { reject: new BusError('stage-failed', { stage: stage.name, type, source }, error) };
  }
  if (verdict === undefined || isVerdict(verdict)) return verdict;
  if (verdict instanceof Promise) verdict.catch(() => {});
  return { reject: new BusError('stage-failed', { stage: stage.name, type, source }, `it answered ${String(verdict)}`) };
}

function isVerdict(answer: unknown): answer is Ending {
  return typeof answer === 'object' && answer !== null && ('drop' in answer || 'reject' in answer);
}

function invalid(stage: Stage, source: string, problem: string): BusError {
  return new BusError('invalid-stage', { stage: String(stage.name), problem, source });
}
