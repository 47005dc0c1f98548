import type { Fault } from './fault.test.fixture.ts';
import { PlainComponent } from './plain-component.test.fixture.ts';

type Emitter = PlainComponent['emitter'];

/** What an adapter may do wrong when components emit. */
export const faultsOfEmitting: readonly Fault[] = [
  {
    fault: 'keeps options from the bus',
    foundBy: 'a component emits, and is given the event',
    Component: class extends PlainComponent {
      protected override makeEmitter(): Emitter {
        const emit = super.makeEmitter();
        return emit && ((data) => emit(data));
      }
    },
  },
  {
    fault: 'makes another function at each render',
    foundBy: 'the emitting function stays the same, however often the component renders',
    Component: class extends PlainComponent {
      protected override render(): void {
        this.emitter = this.makeEmitter();
        super.render();
      }
    },
  },
  {
    fault: 'emits the first contract for good',
    foundBy: 'another contract is what is emitted from then on',
    Component: class extends PlainComponent {
      protected override wantsAnotherEmitter(): boolean {
        return false;
      }
    },
  },
  {
    fault: 'swallows what the bus throws',
    foundBy: 'emitting throws what the bus throws',
    Component: class extends PlainComponent {
      protected override makeEmitter(): Emitter {
        const emit = super.makeEmitter();
        return (data, options) => {
          try {
            return emit?.(data, options) as never;
          } catch {
            return undefined as never;
          }
        };
      }
    },
  },
  {
    fault: 'emits later',
    foundBy: 'a handler may emit; the event that it handles is the cause',
    Component: class extends PlainComponent {
      protected override makeEmitter(): Emitter {
        const emit = super.makeEmitter();
        return (data, options) => {
          void Promise.resolve().then(() => emit?.(data, options));
          return { id: '', type: '', source: '', data } as never;
        };
      }
    },
  },
];
