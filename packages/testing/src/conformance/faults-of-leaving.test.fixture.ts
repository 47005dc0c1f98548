import type { BusEvent, HandlerContext } from '@busbar/core';
import type { ComponentSetup } from './adapter-driver.ts';
import { cart } from './contracts.ts';
import type { Fault } from './fault.test.fixture.ts';
import { type End, type EventPart, PlainComponent, type Source } from './plain-component.test.fixture.ts';

/** What an adapter may leave behind. */
export const faultsOfLeaving: readonly Fault[] = [
  {
    fault: 'keeps its subscription and drops what comes',
    foundBy: 'nothing is heard after unmounting',
    Component: class extends PlainComponent {
      override async unmount(): Promise<void> {
        this.setup = { ...this.setup, event: undefined } as never;
        this.ends.observing?.();
      }
    },
  },
  {
    fault: 'keeps a line of its own behind a busy handler',
    foundBy: 'what waits behind a busy handler is not handled after unmounting',
    Component: class extends PlainComponent {
      #line: Promise<unknown> = Promise.resolve();

      protected override handle(event: BusEvent, context: HandlerContext): void {
        this.#line = this.#line.then(() => super.handle(event, context));
      }
    },
  },
  {
    fault: 'hands handlers a signal of its own',
    foundBy: 'unmounting aborts the signal that a busy handler was given',
    Component: class extends PlainComponent {
      protected override handle(event: BusEvent, context: HandlerContext): unknown {
        return super.handle(event, { ...context, signal: new AbortController().signal });
      }
    },
  },
  {
    fault: 'is gone a moment after it was taken off',
    foundBy: 'a handler may take its own component off the page, and is not called for the event after',
    Component: class extends PlainComponent {
      override async unmount(): Promise<void> {
        await Promise.resolve();
        await super.unmount();
      }
    },
  },
  {
    fault: 'forgets the signal',
    foundBy: 'a signal ends the subscription, and the component stays',
    Component: class extends PlainComponent {
      protected override subscribe({ options, ...event }: EventPart): End {
        const { signal: _, ...others } = options ?? {};
        return super.subscribe({ ...event, options: others });
      }
    },
  },
  {
    fault: 'leaves its observation of state',
    foundBy: 'many components that come and go leave no subscription, no timer and no listener of a signal',
    Component: class extends PlainComponent {
      override async unmount(): Promise<void> {
        this.ends.listening?.();
      }
    },
  },
  {
    fault: 'leaves a listener at the signal',
    foundBy: 'many components that come and go leave no subscription, no timer and no listener of a signal',
    Component: class extends PlainComponent {
      protected override listen(): void {
        super.listen();
        this.setup.event?.options?.signal?.addEventListener('abort', () => this.ends.listening?.());
      }
    },
  },
  {
    fault: 'leaves a timer of the bus',
    foundBy: 'many components that come and go leave no subscription, no timer and no listener of a signal',
    Component: class extends PlainComponent {
      override async unmount(): Promise<void> {
        await super.unmount();
        void this.setup.bus.once(cart.itemRemoved, { timeout: 60_000 }).catch(() => {});
      }
    },
  },
  {
    fault: 'goes on observing dead letters',
    foundBy: 'many components that show dead letters come and go without a trace',
    Component: class extends PlainComponent {
      override async unmount(): Promise<void> {
        this.ends.listening?.();
      }
    },
  },
  {
    fault: 'leaves its intervals',
    foundBy: 'many components that show metrics come and go without a trace',
    Component: class extends PlainComponent {
      protected override measured(every: number): Source {
        const source = super.measured(every);
        return {
          get: () => source.get(),
          subscribe(notice) {
            setInterval(() => {}, every);
            return source.subscribe(notice);
          },
        };
      }
    },
  },
  {
    fault: 'asks the bus again at each render',
    foundBy: 'the bus may be disposed while components are mounted',
    Component: class extends PlainComponent {
      protected override wantsAnotherSource(): boolean {
        return true;
      }
    },
  },
  {
    fault: 'listens to the first bus for good',
    foundBy: 'another bus takes the subscriptions of a component along',
    Component: class extends PlainComponent {
      protected override wantsAnotherSubscription(before: ComponentSetup): boolean {
        return this.meaningOf(before) !== this.meaningOf(this.setup);
      }
    },
  },
  {
    fault: 'waits a period for figures of another bus',
    foundBy: 'the figures of another bus are shown at once',
    Component: class extends PlainComponent {
      protected override wantsAnotherSource(before: ComponentSetup): boolean {
        return !this.setup.metrics && super.wantsAnotherSource(before);
      }
    },
  },
  {
    fault: 'emits on the first bus for good',
    foundBy: 'another bus is shown and emitted on from then on',
    Component: class extends PlainComponent {
      protected override wantsAnotherEmitter({ emit }: ComponentSetup): boolean {
        return emit !== this.setup.emit;
      }
    },
  },
];
