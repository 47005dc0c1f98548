import type { BusEvent, EmitOptions } from '@busbar/core';
import type { AdapterDriver, ComponentSetup, MountedComponent } from './adapter-driver.ts';
import type { PartialSetup } from './page.ts';

type Setup = Omit<ComponentSetup, 'onRender'>;

/** A component on the page of a case, with what it has rendered. */
export class PageComponent {
  /** What it showed, one entry a render. */
  readonly renders: unknown[] = [];
  /** What `useEmit` gave at the last render. */
  emitter: ((data: unknown, options?: EmitOptions) => BusEvent) | undefined;
  #setup: ComponentSetup;
  #mounted: MountedComponent | undefined;
  readonly #gone: () => void;

  constructor(setup: Setup, gone: () => void, onRender?: (shown: unknown) => void) {
    this.#gone = gone;
    this.#setup = {
      ...setup,
      onRender: (shown, emit) => {
        this.renders.push(shown);
        this.emitter = emit;
        onRender?.(shown);
      },
    };
  }

  async mount(driver: AdapterDriver): Promise<void> {
    this.#mounted = await driver.mount(this.#setup);
  }

  /** What it shows now. */
  get shown(): unknown {
    return this.renders.at(-1);
  }

  /** How often it renders while something happens. */
  async rendersDuring(happening: () => Promise<void>): Promise<number> {
    const before = this.renders.length;
    await happening();
    return this.renders.length - before;
  }

  emit(data: unknown, options?: EmitOptions): BusEvent {
    if (!this.emitter) throw new Error('useEmit: expected a function at the last call of onRender, and nothing came.');
    return this.emitter(data, options);
  }

  /** Changes the parts that are named. */
  async update(setup: PartialSetup): Promise<void> {
    this.#setup = { ...this.#setup, ...setup };
    await this.#mounted?.update(this.#setup);
  }

  async settled(): Promise<void> {
    await this.#mounted?.settled();
  }

  async unmount(): Promise<void> {
    const mounted = this.#mounted;
    this.#mounted = undefined;
    this.#gone();
    await mounted?.unmount();
  }
}
