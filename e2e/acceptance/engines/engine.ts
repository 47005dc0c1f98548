/** A browser that the rows can be run in. */
export interface Engine {
  readonly name: string;
  /** What to install where it is absent. */
  readonly install: string;
  /** The version of what is installed; undefined where something is missing. */
  version(): Promise<string | undefined>;
  /** Opens a page. Answers what ends the browser. */
  open(url: string): Promise<() => Promise<void>>;
}
