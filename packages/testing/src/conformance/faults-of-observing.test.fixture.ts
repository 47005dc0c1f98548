import type { DeadLetter, Readable } from '@busbar/core';
import type { ComponentSetup } from './adapter-driver.ts';
import type { Fault } from './fault.test.fixture.ts';
import { type End, PlainComponent, type Source } from './plain-component.test.fixture.ts';

/** What an adapter may do wrong with readable values, dead letters and metrics. */
export const faultsOfObserving: readonly Fault[] = [
  {
    fault: 'does not observe readable values',
    foundBy: 'any readable value is shown, and its changes',
    Component: class extends PlainComponent {
      protected override observe(): void {
        if (!this.setup.projection) super.observe();
      }
    },
  },
  {
    fault: 'misses the first change of a readable value',
    foundBy: 'a change of a readable value between the first render and its observation is not missed',
    Component: class extends PlainComponent {
      protected override observe(): void {
        this.ends.observing?.();
        this.ends.observing = this.source?.subscribe(() => this.notice());
      }
    },
  },
  {
    fault: 'selects of state alone',
    foundBy: 'a readable value renders a component only when its selection changes',
    Component: class extends PlainComponent {
      protected override look(): unknown {
        return this.setup.projection ? this.source?.get() : super.look();
      }
    },
  },
  {
    fault: 'follows the first readable value for good',
    foundBy: 'another readable value takes the place of the former',
    Component: class extends PlainComponent {
      protected override wantsAnotherSource({ bus, state }: ComponentSetup): boolean {
        return bus !== this.setup.bus || state?.contract !== this.setup.state?.contract;
      }
    },
  },
  {
    fault: 'observes a readable value for good',
    foundBy: 'a readable value has no observer left after unmounting',
    Component: class extends PlainComponent {
      override async unmount(): Promise<void> {
        if (!this.setup.projection) await super.unmount();
      }
    },
  },
  {
    fault: 'hears of new letters alone',
    foundBy: 'dead letters are shown as they come and go',
    Component: class extends PlainComponent {
      protected override filtered(_letters: Readable<readonly DeadLetter[]>): Source {
        const { deadLetters } = this.setup.bus;
        return { get: () => deadLetters.list(), subscribe: (notice): End => deadLetters.subscribe(() => notice()) };
      }
    },
  },
  {
    fault: 'ignores the filter',
    foundBy: 'a filter says which dead letters are shown',
    Component: class extends PlainComponent {
      protected override filtered(letters: Readable<readonly DeadLetter[]>): Source {
        return letters;
      }
    },
  },
  {
    fault: 'shows a list of letters anew for each letter',
    foundBy: 'a dead letter that the filter leaves out renders nothing',
    Component: class extends PlainComponent {
      protected override filtered(letters: Readable<readonly DeadLetter[]>): Source {
        let now: unknown = super.filtered(letters).get();
        return {
          get: () => now,
          subscribe: (notice) =>
            letters.subscribe(() => {
              now = super.filtered(letters).get();
              notice();
            }),
        };
      }
    },
  },
  {
    fault: 'shows its first figures for good',
    foundBy: 'metrics are shown at once, and anew after each period',
    Component: class extends PlainComponent {
      protected override measured(every: number): Source {
        const source = super.measured(every);
        return { get: () => source.get(), subscribe: (): End => () => {} };
      }
    },
  },
  {
    fault: 'takes its first figures late',
    foundBy: 'metrics are shown at once, and anew after each period',
    Component: class extends PlainComponent {
      protected override measured(every: number): Source {
        const source = super.measured(every);
        let ticks = 0;
        return {
          get: () => (ticks > 0 ? source.get() : undefined),
          subscribe: (notice) =>
            source.subscribe(() => {
              ticks++;
              notice();
            }),
        };
      }
    },
  },
];
