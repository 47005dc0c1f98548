import { type Bus, type BusError, createBus, createHub } from '@busbar/core';
import type { AdapterDriver, ComponentSetup } from './adapter-driver.ts';
import { cart, control } from './contracts.ts';
import { PageComponent } from './page-component.ts';

/** What a case says of a component; the rest is the page's. */
export type PartialSetup = Partial<Omit<ComponentSetup, 'onRender'>>;

/** A page of its own for one case: a bus on a hub that no other case sees, and the components on it. */
export class Page {
  readonly errors: BusError[] = [];
  readonly bus: Bus = this.createBus();
  /** How many components the case about leaks mounts. */
  readonly mounts: number;
  readonly #driver: AdapterDriver;
  readonly #components = new Set<PageComponent>();

  constructor(driver: AdapterDriver, mounts: number) {
    this.#driver = driver;
    this.mounts = mounts;
  }

  /** Makes a bus on a hub of its own. */
  createBus(): Bus {
    return createBus({ source: 'conformance', hub: createHub(), contracts: [cart], onError: (error) => this.errors.push(error) });
  }

  /** Puts a component on the page, provided with the page's bus unless it is told another. */
  async mount(setup: PartialSetup, onRender?: (shown: unknown) => void): Promise<PageComponent> {
    const component = new PageComponent({ bus: this.bus, ...setup }, () => this.#components.delete(component), onRender);
    await component.mount(this.#driver);
    this.#components.add(component);
    return component;
  }

  /** Resolves when everything that was emitted has been delivered, what handlers emitted included, and rendered. */
  async settled(bus = this.bus): Promise<void> {
    let emitted: number;
    do {
      const delivered = bus.once(control.settled);
      bus.emit(control.settled, '');
      emitted = bus.metrics().emitted;
      await delivered;
      for (const component of this.#components) await component.settled();
    } while (bus.metrics().emitted > emitted);
  }

  /** What is listened to on the page's bus, as its subscribers name it. */
  listening(): string[] {
    return this.bus.metrics().subscriptions.map(({ target }) => target);
  }

  /** The numbers of the subscriptions on the page's bus: each is another. */
  subscriptions(): number[] {
    return this.bus.metrics().subscriptions.map(({ id }) => id);
  }

  /** Takes off what a case left. */
  async clear(): Promise<void> {
    for (const component of this.#components) await component.unmount();
  }
}
