import type { Page } from './page.ts';

/** A verb that an adapter may lack. */
export type OptionalVerb = 'projection' | 'deadLetters' | 'metrics';

/** One thing that every adapter does. */
export interface ConformanceCase {
  /** What somebody can observe. */
  readonly title: string;
  /** The verb that it is about, where an adapter may lack it. */
  readonly verb?: OptionalVerb;
  /** Throws where an adapter does not do it. */
  play(page: Page): Promise<void>;
}
