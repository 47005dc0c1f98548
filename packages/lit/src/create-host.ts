import type { BusHost } from './bus-host.ts';

/** What a host calls of a controller, as Lit's `ReactiveController` has it. */
export interface ElementController {
  hostConnected?(): void;
  hostDisconnected?(): void;
  hostUpdate?(): void;
  hostUpdated?(): void;
}

/** What `createHost` makes: a `ReactiveControllerHost` as Lit has it, which is told when its element comes and goes. */
export interface ElementHost extends BusHost {
  readonly element: Element;
  addController(controller: ElementController): void;
  removeController(controller: ElementController): void;
  /** Updates in a microtask, once however often this is called; not while the element is disconnected. */
  requestUpdate(): void;
  /** Resolves after the update that is requested, if one is: with `true`, unless that requested another. */
  readonly updateComplete: Promise<boolean>;
  /** To be called by `connectedCallback`. */
  connect(): void;
  /** To be called by `disconnectedCallback`. */
  disconnect(): void;
}

/**
 * Makes a host of controllers for a custom element that is no `LitElement`. `update` shows what the controllers have: it is
 * called after each connection, and when something changed.
 *
 * @example
 * class CartBadge extends HTMLElement {
 *   #host = createHost(this, () => { this.textContent = String(this.#count.value); });
 *   #count = new EventStateController(this.#host, cart.changed, { select: (state) => state?.lines.length ?? 0 });
 *   connectedCallback() { this.#host.connect(); }
 *   disconnectedCallback() { this.#host.disconnect(); }
 * }
 */
export function createHost(element: Element, update: () => void): ElementHost {
  const controllers = new Set<ElementController>();
  let isConnected = false;
  let updating: Promise<boolean> | undefined;
  const tell = (what: keyof ElementController): void => {
    for (const controller of controllers) controller[what]?.();
  };
  const perform = (): boolean => {
    try {
      if (isConnected) tell('hostUpdate');
    } finally {
      // What is requested from here on is another update.
      updating = undefined;
    }
    if (!isConnected) return true;
    update();
    tell('hostUpdated');
    return !updating;
  };
  const host: ElementHost = {
    element,
    get isConnected() {
      return isConnected;
    },
    get updateComplete() {
      return updating ?? Promise.resolve(true);
    },
    addController(controller) {
      controllers.add(controller);
      if (isConnected) controller.hostConnected?.();
    },
    removeController: (controller) => void controllers.delete(controller),
    requestUpdate() {
      updating ??= Promise.resolve().then(perform);
    },
    dispatchEvent: (event) => element.dispatchEvent(event),
    connect() {
      isConnected = true;
      tell('hostConnected');
      host.requestUpdate();
    },
    disconnect() {
      isConnected = false;
      tell('hostDisconnected');
    },
  };
  return host;
}
