/** What a host calls of a controller: the part of Lit's `ReactiveController` that controllers of this package have. */
export interface HostedController {
  hostConnected(): void;
  hostDisconnected(): void;
  hostUpdate(): void;
}

/** What controllers need of their host. Every `LitElement` has it, and so has what `createHost` makes. */
export interface BusHost {
  /** Whether it is in a document. Controllers follow nothing for a host that is not, such as one that a server renders. */
  readonly isConnected: boolean;
  /** Where it has one before it has a `renderRoot`, a server has rendered it. */
  readonly shadowRoot?: unknown;
  readonly renderRoot?: unknown;
  /** Resolves after its first update, or the one that is requested. */
  readonly updateComplete?: Promise<unknown>;
  addController(controller: HostedController): void;
  requestUpdate(): void;
  /** Sends an event up from where the host is. */
  dispatchEvent(event: Event): boolean;
}
