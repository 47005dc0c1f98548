import type { BusEvent, DeadLetter, HandlerContext, Readable } from '@busbar/core';
import type { AdapterDriver, ComponentSetup, MountedComponent } from './adapter-driver.ts';

/** Ends something. */
export type End = () => void;
/** What a component listens to. */
export type EventPart = NonNullable<ComponentSetup['event']>;

/** What a component shows: read it now, hear of changes. */
export interface Source {
  get(): unknown;
  subscribe(notice: () => void): End;
}

/** A framework and its adapter in one: a component that renders in a microtask when what it shows has changed. */
export class PlainComponent implements MountedComponent {
  protected setup: ComponentSetup;
  protected source: Source | undefined;
  protected kept: { readonly shown: unknown } | undefined;
  emitter: Parameters<ComponentSetup['onRender']>[1];
  protected ends: { listening?: End | undefined; observing?: End | undefined } = {};
  #rendering: Promise<void> | undefined;

  constructor(setup: ComponentSetup) {
    this.setup = setup;
  }

  mount(): void {
    this.emitter = this.makeEmitter();
    this.source = this.makeSource();
    this.render();
    this.listen();
    this.observe();
  }

  async update(setup: ComponentSetup): Promise<void> {
    const before = this.setup;
    this.setup = setup;
    if (this.wantsAnotherEmitter(before)) this.emitter = this.makeEmitter();
    if (this.wantsAnotherSubscription(before)) this.listen();
    if (this.wantsAnotherSource(before)) {
      this.source = this.makeSource();
      this.observe();
    }
    this.render();
  }

  async settled(): Promise<void> {
    await this.#rendering;
  }

  async unmount(): Promise<void> {
    this.ends.listening?.();
    this.ends.observing?.();
  }

  protected render(): void {
    this.setup.onRender(this.look(), this.emitter);
  }

  protected renderSoon(): void {
    this.#rendering ??= Promise.resolve().then(() => {
      this.#rendering = undefined;
      this.render();
    });
  }

  // useEmit

  protected makeEmitter(): PlainComponent['emitter'] {
    const { bus, emit } = this.setup;
    return emit && ((data, options) => bus.emit(emit, data, options));
  }

  protected wantsAnotherEmitter({ bus, emit }: ComponentSetup): boolean {
    return bus !== this.setup.bus || emit !== this.setup.emit;
  }

  // useEvent

  protected listen(): void {
    this.ends.listening?.();
    const { event } = this.setup;
    this.ends.listening = event && event.options?.enabled !== false ? this.subscribe(event) : undefined;
  }

  protected subscribe({ target, options }: EventPart): End {
    return this.setup.bus.on(target as string, (event, context) => this.handle(event, context), {
      ...options,
      where: (event) => this.accepts(event),
    });
  }

  protected handle(event: BusEvent, context: HandlerContext): unknown {
    return this.setup.event?.handler(event, context);
  }

  protected accepts(event: BusEvent): boolean {
    return this.setup.event?.options?.where?.(event) ?? true;
  }

  protected wantsAnotherSubscription(before: ComponentSetup): boolean {
    return before.bus !== this.setup.bus || this.meaningOf(before) !== this.meaningOf(this.setup);
  }

  /** The same text for what makes the same subscription. */
  protected meaningOf({ event }: ComponentSetup): string {
    const names = [event?.target].flat().map((one) => (typeof one === 'string' ? one : one?.type));
    return JSON.stringify([names, { ...event?.options, signal: undefined }]);
  }

  // useEventState, useProjection, useDeadLetters, useMetrics

  /** What is to be shown now: what was shown before, unless it differs. */
  protected look(): unknown {
    const { select = (value: unknown) => value, compare = Object.is } = this.setup.state ?? this.setup.projection ?? {};
    const now = this.source?.get();
    const next = select(now === undefined ? this.setup.state?.initial : now);
    if (!this.kept || !compare(this.kept.shown, next)) this.kept = { shown: next };
    return this.kept.shown;
  }

  protected observe(): void {
    this.ends.observing?.();
    this.ends.observing = this.source?.subscribe(() => this.notice());
    this.notice();
  }

  protected notice(): void {
    const before = this.kept;
    this.look();
    if (this.kept !== before) this.renderSoon();
  }

  protected makeSource(): Source | undefined {
    const { bus, state, projection, deadLetters, metrics } = this.setup;
    if (metrics) return this.measured(metrics.every);
    if (deadLetters) return this.filtered(bus.deadLetters.kept);
    return projection?.source ?? (state && bus.latest(state.contract));
  }

  protected wantsAnotherSource({ bus, state, projection }: ComponentSetup): boolean {
    const { setup } = this;
    return bus !== setup.bus || state?.contract !== setup.state?.contract || projection?.source !== setup.projection?.source;
  }

  protected measured(every: number): Source {
    const { bus } = this.setup;
    let now = bus.metrics();
    return {
      get: () => now,
      subscribe(notice) {
        const ticking = setInterval(() => {
          now = bus.metrics();
          notice();
        }, every);
        return () => clearInterval(ticking);
      },
    };
  }

  protected filtered(letters: Readable<readonly DeadLetter[]>): Source {
    let now: readonly DeadLetter[] = [];
    const get = (): readonly DeadLetter[] => {
      const next = letters.get().filter(this.setup.deadLetters?.filter ?? (() => true));
      if (next.length !== now.length || next.some((letter, index) => letter !== now[index])) now = next;
      return now;
    };
    return { get, subscribe: (notice) => letters.subscribe(notice) };
  }
}

/** A component of a right or a wrong adapter. */
export type ComponentClass = new (setup: ComponentSetup) => PlainComponent;

/** Drives components of a class. */
export function driverOf(Component: ComponentClass): AdapterDriver {
  return {
    async mount(setup) {
      const component = new Component(setup);
      component.mount();
      return component;
    },
  };
}
