import { type AdapterDriver, adapterConformance, type ComponentSetup } from '@busbar/testing/conformance';
import { LitElement } from 'lit';
import { describe, it } from 'vitest';
import type { BusHost } from './bus-host.ts';
import { createHost, type ElementHost } from './element.ts';
import { EventController, EventStateController, emitter, ProjectionController } from './index.ts';
import { DeadLettersController, MetricsController } from './panel.ts';
import { provideBus } from './provider.ts';

/** An element of the suite. */
interface Component extends HTMLElement {
  setup: ComponentSetup;
  readonly host: { requestUpdate(): void; readonly updateComplete: Promise<unknown> };
}

/** Has controllers for what a setup asks for, and gives the function that shows what they have. */
function controlledBy(host: BusHost, now: () => ComponentSetup): () => void {
  const { event, emit } = now();
  const emitted = emit && emitter(host, () => now().emit!);
  if (event) {
    const handler: typeof event.handler = (happened, context) => now().event?.handler(happened, context);
    new EventController(
      host,
      () => now().event!.target as string,
      handler,
      () => now().event!.options ?? {},
    );
  }
  const shown = shownBy(host, now);
  return () => now().onRender(shown?.value, emitted);
}

function shownBy(host: BusHost, now: () => ComponentSetup): { readonly value: unknown } | undefined {
  const { state, projection, deadLetters, metrics } = now();
  if (metrics) return new MetricsController(host, () => now().metrics!.every);
  if (deadLetters) return new DeadLettersController(host, (letter) => now().deadLetters?.filter?.(letter) ?? true);
  if (projection) {
    const select = (value: unknown): unknown => {
      const { select } = now().projection!;
      return select ? select(value) : value;
    };
    const compare = (one: unknown, other: unknown): boolean => (now().projection!.compare ?? Object.is)(one, other);
    return new ProjectionController(host, () => now().projection!.source, select, { compare });
  }
  if (!state) return;
  return new EventStateController(
    host,
    () => now().state!.contract,
    () => now().state as object,
  );
}

class LitComponent extends LitElement implements Component {
  declare setup: ComponentSetup;
  host = this;
  #show: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#show ??= controlledBy(this, () => this.setup);
  }

  // Lit forgets what is requested while `render` runs, so what the suite does then comes after it.
  override updated(): void {
    this.#show?.();
  }
}

LitComponent.disableWarning?.('change-in-update');

class PlainComponent extends HTMLElement implements Component {
  declare setup: ComponentSetup;
  host: ElementHost = createHost(this, () => this.#show?.());
  #show: (() => void) | undefined;

  connectedCallback(): void {
    this.#show ??= controlledBy(this.host, () => this.setup);
    this.host.connect();
  }

  disconnectedCallback(): void {
    this.host.disconnect();
  }
}

customElements.define('conformance-lit', LitComponent);
customElements.define('conformance-plain', PlainComponent);

const driverOf = (name: string): AdapterDriver => ({
  async mount(setup) {
    const page = document.body.appendChild(document.createElement('div'));
    let provided = setup.bus;
    let end = provideBus(page, provided);
    const component = document.createElement(name) as Component;
    component.setup = setup;
    page.append(component);
    const settled = async () => void (await component.host.updateComplete);
    await settled();
    return {
      async update(next) {
        component.setup = next;
        if (next.bus !== provided) {
          end();
          provided = next.bus;
          end = provideBus(page, provided);
        }
        component.host.requestUpdate();
        await settled();
      },
      settled,
      unmount: async () => page.remove(),
    };
  },
});

describe.each(['conformance-lit', 'conformance-plain'])('the conformance suite, <%s>', (name) => {
  for (const { title, run } of adapterConformance(driverOf(name))) it(title, run);
});
