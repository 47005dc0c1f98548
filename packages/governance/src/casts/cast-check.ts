/** What may be wrong with a cast. */
export type CastProblemCode =
  /** It threw. */
  | 'cast-threw'
  /** It answered a promise; the bus does not wait. */
  | 'cast-answered-late'
  /** It wrote into what it was given; the bus gives it a frozen payload. */
  | 'cast-changed-its-input'
  /** What came out does not satisfy the other version. */
  | 'cast-unsatisfying'
  /** There was no payload to try it with. */
  | 'cast-untried';

/** Something wrong with the casts between two versions. Payloads for which the same is wrong are one problem. */
export interface CastProblem {
  readonly code: CastProblemCode;
  /** `warning` where the payload is generated and a rule of its version, which nobody here can see, might never have let it through. */
  readonly severity: 'error' | 'warning';
  /** The version of the cast that failed, as it stands in `upcast` or `downcast`; absent where all of them went through. */
  readonly step?: number;
  /** One sentence for people. */
  readonly message: string;
  /** What the schema says of the result, path first. */
  readonly issues: readonly { readonly path: string; readonly message: string }[];
  /** The payload as JSON, shortened. Empty where there was none. */
  readonly payload: string;
  /** Of how many payloads this is true. */
  readonly count: number;
}

/** What came of running the casts between two versions. */
export interface CastCheck {
  /** `up` from the old version to the new one, `down` the other way. */
  readonly direction: 'up' | 'down';
  readonly from: number;
  readonly to: number;
  /** The casts that were walked, in their order. None: the payload goes over as it is. */
  readonly steps: readonly number[];
  /** Payloads that were cast, examples among them. */
  readonly tried: number;
  readonly examples: number;
  /** What the payloads were generated from: the same seed gives the same payloads. */
  readonly seed: number;
  readonly problems: readonly CastProblem[];
  /** Fields that are other than before, or gone, after there and back: for information. Empty where there is no way back. */
  readonly lost: readonly string[];
}
