// Compiled as it loads, without decorators, so that it runs with every Angular that the package supports.
import '@angular/compiler';
import {
  type ApplicationRef,
  ChangeDetectionStrategy,
  Component,
  type ComponentRef,
  createComponent,
  createEnvironmentInjector,
  type EnvironmentProviders,
  InjectionToken,
  inject,
  type Signal,
  signal,
  untracked,
  type WritableSignal,
} from '@angular/core';
import { createApplication } from '@angular/platform-browser';
import type { AdapterDriver, ComponentSetup, MountedComponent } from '@busbar/testing/conformance';
import { injectEmit, injectEvent, injectEventState, injectProjection, provideBus } from './index.ts';
import { injectDeadLetters, injectMetrics } from './panel.ts';

const SETUP = new InjectionToken<WritableSignal<ComponentSetup>>('setup');

class Subject {
  readonly setup = inject(SETUP);
  readonly shown = injectShown(this.setup);
  readonly emit = this.setup().emit && injectEmit(() => this.setup().emit!);

  constructor() {
    if (!this.setup().event) return;
    injectEvent(
      () => this.setup().event!.target as string,
      (event, context) => this.setup().event!.handler(event, context),
      () => this.setup().event!.options ?? {},
    );
  }

  /** Called by the template: as often as it renders. */
  render(): string {
    const shown = this.shown?.();
    untracked(() => this.setup().onRender(shown, this.emit));
    return '';
  }
}

/** What the setup asks to be shown. It asks for the same in every later setup, with other options. */
function injectShown(setup: Signal<ComponentSetup>): Signal<unknown> | undefined {
  const { state, projection, deadLetters, metrics } = setup();
  if (state) {
    return injectEventState(() => setup().state!.contract, {
      get initial() {
        return setup().state!.initial;
      },
      select: (value) => select(setup().state!, value),
      compare: (one, other) => compare(setup().state!, one, other),
    });
  }
  if (projection) {
    return injectProjection(
      () => setup().projection!.source,
      (value) => select(setup().projection!, value),
      { compare: (one, other) => compare(setup().projection!, one, other) },
    );
  }
  if (deadLetters) return injectDeadLetters((letter) => setup().deadLetters!.filter?.(letter) ?? true);
  return metrics && injectMetrics(() => setup().metrics!.every);
}

type Look = NonNullable<ComponentSetup['state' | 'projection']>;

const select = (look: Look, value: unknown): unknown => (look.select ? look.select(value) : value);
const compare = ({ compare = Object.is }: Look, one: unknown, other: unknown): boolean => compare(one, other);

const SubjectComponent = Component({
  selector: 'busbar-subject',
  template: '{{ render() }}',
  changeDetection: ChangeDetectionStrategy.OnPush,
})(Subject) as typeof Subject;

/** Drives this adapter in one application: each component has an injector that provides the bus of its setup. */
export async function createDriver(changeDetection: EnvironmentProviders): Promise<AdapterDriver> {
  const application = await createApplication({ providers: [changeDetection] });
  return {
    async mount(setup) {
      return new Mounted(application, setup);
    },
  };
}

class Mounted implements MountedComponent {
  readonly #application: ApplicationRef;
  #setup: WritableSignal<ComponentSetup>;
  #component: ComponentRef<Subject>;

  constructor(application: ApplicationRef, setup: ComponentSetup) {
    this.#application = application;
    this.#setup = signal(setup);
    this.#component = this.#create();
  }

  #create(): ComponentRef<Subject> {
    const { bus } = untracked(this.#setup);
    const providers = [provideBus(bus), { provide: SETUP, useValue: this.#setup }];
    const environmentInjector = createEnvironmentInjector(providers, this.#application.injector);
    const component = createComponent(SubjectComponent, { environmentInjector });
    component.onDestroy(() => environmentInjector.destroy());
    this.#application.attachView(component.hostView);
    this.#application.tick();
    return component;
  }

  async update(setup: ComponentSetup): Promise<void> {
    if (setup.bus === this.#setup().bus) {
      this.#setup.set(setup);
      return this.settled();
    }
    await this.unmount();
    this.#setup = signal(setup);
    this.#component = this.#create();
  }

  async settled(): Promise<void> {
    this.#application.tick();
  }

  async unmount(): Promise<void> {
    this.#component.destroy();
  }
}
