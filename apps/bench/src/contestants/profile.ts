/** What a contestant does with an event beside handing it on; a text where it takes words: `JSON Schema`. */
export interface Traits {
  /** Checks the payload when it is emitted. */
  readonly validates: boolean | string;
  /** A handler that throws keeps the event from nobody. */
  readonly isolates: boolean;
  /** A handler cannot change what the next one is given. */
  readonly freezes: boolean;
  /** Late subscribers can be given what came before. */
  readonly replays: boolean | string;
  /** Separately built copies on a page meet. */
  readonly meetsCopies: boolean;
}

/** Who a contestant is, without its code, which runs in pages only. */
export interface Profile {
  /** For tables: `mitt`, `Busbar, dom: 'off'`. */
  readonly name: string;
  /** The npm package, where it is one. */
  readonly package: string | undefined;
  readonly traits: Traits;
}
