import type { BusEvent, HandlerContext } from '@busbar/core';
import type { ComponentSetup } from './adapter-driver.ts';
import type { Fault } from './fault.test.fixture.ts';
import { PlainComponent } from './plain-component.test.fixture.ts';

const countOf = (shown: unknown): unknown => (shown as { count?: number } | undefined)?.count;

/** What an adapter may show wrongly. */
export const faultsOfShowing: readonly Fault[] = [
  {
    fault: 'ignores `initial`',
    foundBy: 'state is `initial`, else `undefined`, before the first event',
    Component: class extends PlainComponent {
      protected override look(): unknown {
        const { state } = this.setup;
        if (state) this.setup = { ...this.setup, state: { ...state, initial: undefined } };
        return super.look();
      }
    },
  },
  {
    fault: 'shows the first payload for good',
    foundBy: 'state is the newest payload',
    Component: class extends PlainComponent {
      protected override look(): unknown {
        return this.kept?.shown && this.kept.shown !== this.setup.state?.initial ? this.kept.shown : super.look();
      }
    },
  },
  {
    fault: 'shows `initial` until the first event that it hears itself',
    foundBy: 'a component that mounts late begins with the newest payload',
    Component: class extends PlainComponent {
      #heard = false;

      protected override look(): unknown {
        return this.#heard ? super.look() : this.setup.state?.initial;
      }

      protected override notice(): void {
        this.#heard = true;
        super.notice();
      }
    },
  },
  {
    fault: 'does not look again once it observes',
    foundBy: 'what is emitted between the first render and the subscription is not missed',
    Component: class extends PlainComponent {
      protected override observe(): void {
        this.ends.observing?.();
        const { source } = this;
        const before = source?.get();
        this.ends.observing = source?.subscribe(
          () => before !== source.get() && this.ends.observing !== undefined && this.skip(),
        );
      }

      #skipped = false;

      /** Takes the first notice for what was there before. */
      skip(): void {
        if (this.#skipped) this.notice();
        this.#skipped = true;
      }
    },
  },
  {
    fault: 'shows copies',
    foundBy: 'payloads keep their identity',
    Component: class extends PlainComponent {
      protected override render(): void {
        this.setup.onRender(structuredClone(this.look()), this.emitter);
      }
    },
  },
  {
    fault: 'shows `initial` for `null`',
    foundBy: '`null` is a payload, which `initial` does not stand for',
    Component: class extends PlainComponent {
      protected override look(): unknown {
        return super.look() ?? this.setup.state?.initial;
      }
    },
  },
  {
    fault: 'selects of payloads alone',
    foundBy: '`select` says what is shown of a payload, and of `initial`',
    Component: class extends PlainComponent {
      protected override look(): unknown {
        return this.source?.get() === undefined && this.setup.state ? this.setup.state.initial : super.look();
      }
    },
  },
  {
    fault: 'keeps the first `select`',
    foundBy: 'another `select` is at work at once',
    Component: class extends PlainComponent {
      readonly #first = this.setup.state?.select;

      protected override look(): unknown {
        const { state } = this.setup;
        if (state && this.#first) this.setup = { ...this.setup, state: { ...state, select: this.#first } };
        return super.look();
      }
    },
  },
  {
    fault: 'follows the first contract for good',
    foundBy: 'another contract is followed from its newest payload on',
    Component: class extends PlainComponent {
      protected override wantsAnotherSource({ bus, projection }: ComponentSetup): boolean {
        return bus !== this.setup.bus || projection?.source !== this.setup.projection?.source;
      }
    },
  },
  {
    fault: 'renders for what it hears',
    foundBy: 'hearing and emitting render nothing',
    Component: class extends PlainComponent {
      protected override handle(event: BusEvent, context: HandlerContext): unknown {
        this.renderSoon();
        return super.handle(event, context);
      }
    },
  },
  {
    fault: 'renders twice for a change',
    foundBy: 'a component renders once for a change of what it shows',
    Component: class extends PlainComponent {
      protected override notice(): void {
        const before = this.kept;
        super.notice();
        if (before && this.kept !== before) void Promise.resolve().then(() => this.render());
      }
    },
  },
  {
    fault: 'renders at each notice of a burst',
    foundBy: 'a burst of events renders once, with the newest',
    Component: class extends PlainComponent {
      protected override notice(): void {
        const before = this.kept;
        this.look();
        if (this.kept !== before || (before && countOf(this.source?.get()) === 1)) this.render();
      }
    },
  },
  {
    fault: 'renders for every event of the bus',
    foundBy: 'an event of another contract renders nothing',
    Component: class extends PlainComponent {
      protected override observe(): void {
        super.observe();
        const end = this.setup.bus.on('cart:*', () => this.renderSoon(), { replay: false });
        const { observing } = this.ends;
        this.ends.observing = () => {
          observing?.();
          end();
        };
      }
    },
  },
  {
    fault: 'renders for every payload',
    foundBy: 'an event that changes nothing selected renders nothing',
    Component: class extends PlainComponent {
      #before: unknown;

      protected override notice(): void {
        const now = this.source?.get();
        if (now !== this.#before) this.renderSoon();
        this.#before = now;
      }
    },
  },
  {
    fault: 'shows an equal selection in the place of the former',
    foundBy: '`compare` decides what is a change, and the selection of before stays',
    Component: class extends PlainComponent {
      protected override render(): void {
        this.kept = undefined;
        super.render();
      }
    },
  },
];
