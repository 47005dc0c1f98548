import type { ComponentClass } from './plain-component.test.fixture.ts';

/** An adapter that is wrong in one way. */
export interface Fault {
  /** What it does, after the words "an adapter that". */
  readonly fault: string;
  /** The title of the case that it is found by. */
  readonly foundBy: string;
  readonly Component: ComponentClass;
}
