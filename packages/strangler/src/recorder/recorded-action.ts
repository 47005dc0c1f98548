import { refusalOf } from './refusal-of.ts';
import { addTo, emptyShape, type Shape } from './shape.ts';

/** What events could not carry of an action's payloads. */
export interface RefusedPayloads {
  /** The code of Busbar's error, such as `payload-function`, or `no-json` for bigints and numbers that are none. */
  readonly reason: string;
  /** Where in the payload, such as `lines.*.date`; empty for the payload itself. */
  readonly path: string;
  readonly count: number;
}

/** All that was seen of one type of action. */
export interface RecordedAction {
  /** How often it was dispatched. */
  readonly count: number;
  readonly shape: Shape;
  /** The first different payloads. */
  readonly samples: readonly unknown[];
  readonly refused: readonly RefusedPayloads[];
  add(payload: unknown): void;
}

/** A sample is for people: one that is longer, as JSON, is not kept. */
const longestSample = 2_000;

export function createRecordedAction(mostSamples: number): RecordedAction {
  const shape = emptyShape();
  const samples = new Map<string, unknown>();
  const refused = new Map<string, RefusedPayloads>();
  let count = 0;

  function keep(payload: unknown): void {
    if (samples.size >= mostSamples || payload === undefined) return;
    const json = JSON.stringify(payload);
    // JSON is the copy: the payload is the application's own, and may change.
    if (json.length <= longestSample && !samples.has(json)) samples.set(json, JSON.parse(json));
  }

  function add(payload: unknown): void {
    count++;
    const refusal = refusalOf(payload);
    if (!refusal) {
      addTo(shape, payload);
      keep(payload);
      return;
    }
    const { reason } = refusal;
    const path = refusal.path.replace(/(?<=^|\.)\d+(?=\.|$)/g, '*');
    const key = `${reason} ${path}`;
    refused.set(key, { reason, path, count: (refused.get(key)?.count ?? 0) + 1 });
  }

  return {
    shape,
    add,
    get count() {
      return count;
    },
    get samples() {
      return [...samples.values()];
    },
    get refused() {
      return [...refused.values()];
    },
  };
}
