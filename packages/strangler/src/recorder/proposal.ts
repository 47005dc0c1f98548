import type { RefusedPayloads } from './recorded-action.ts';
import type { JsonSchema } from './to-json-schema.ts';

/** An event proposed for a type of action. */
export interface Proposal {
  /** The type of the action, such as `cart/addItem`. */
  readonly action: string;
  /** The name proposed for the event, such as `cart:itemAdded`. */
  readonly type: string;
  /** How often the action was seen. */
  readonly count: number;
  /** What all payloads have in common that an event can carry. */
  readonly schema: JsonSchema;
  /** The first different payloads, with something else in the place of personal data. */
  readonly examples: readonly unknown[];
  /** Payloads that events cannot carry as they are. */
  readonly refused: readonly RefusedPayloads[];
  /** The same as the source of a Zod schema, for which `z` is Zod. */
  readonly zod: string;
}
