import type { BusEvent, HandlerContext } from '@busbar/core';
import type { ComponentSetup } from './adapter-driver.ts';
import type { Fault } from './fault.test.fixture.ts';
import { type End, type EventPart, PlainComponent } from './plain-component.test.fixture.ts';

/** What an adapter may do wrong when it subscribes. */
export const faultsOfHearing: readonly Fault[] = [
  {
    fault: 'calls the handler twice',
    foundBy: 'a component hears what is emitted while it is mounted, each event once and in order',
    Component: class extends PlainComponent {
      protected override handle(event: BusEvent, context: HandlerContext): unknown {
        super.handle(event, context);
        return super.handle(event, context);
      }
    },
  },
  {
    fault: 'listens to the first contract of a list',
    foundBy: 'the target may be a list of contracts',
    Component: class extends PlainComponent {
      protected override subscribe({ target, ...event }: EventPart): End {
        return super.subscribe({ ...event, target: [target].flat()[0]! as string });
      }
    },
  },
  {
    fault: 'does not know names',
    foundBy: 'the target may be a name',
    Component: class extends PlainComponent {
      protected override subscribe(event: EventPart): End {
        return typeof event.target === 'string' && !event.target.includes('*') ? () => {} : super.subscribe(event);
      }
    },
  },
  {
    fault: 'does not know patterns',
    foundBy: 'the target may be a pattern',
    Component: class extends PlainComponent {
      protected override subscribe(event: EventPart): End {
        return String(event.target).includes('*') ? () => {} : super.subscribe(event);
      }
    },
  },
  {
    fault: 'keeps options to itself',
    foundBy: 'options go to the bus',
    Component: class extends PlainComponent {
      protected override subscribe({ target, handler }: EventPart): End {
        return super.subscribe({ target, handler });
      }
    },
  },
  {
    fault: 'compares the length of targets',
    foundBy: 'another contract takes the place of the former',
    Component: class extends PlainComponent {
      protected override meaningOf({ event }: ComponentSetup): string {
        return `${[event?.target].flat().length} ${JSON.stringify(event?.options)}`;
      }
    },
  },
  {
    fault: 'compares the first contract of targets',
    foundBy: 'a longer list takes the place of a shorter',
    Component: class extends PlainComponent {
      protected override meaningOf({ event }: ComponentSetup): string {
        return JSON.stringify([[event?.target].flat()[0], event?.options]);
      }
    },
  },
  {
    fault: 'compares targets alone',
    foundBy: 'another option takes effect',
    Component: class extends PlainComponent {
      protected override meaningOf({ event }: ComponentSetup): string {
        return JSON.stringify([event?.target, event?.options?.enabled]);
      }
    },
  },
  {
    fault: 'subscribes at each render',
    foundBy: 'the same contracts and options, written anew, keep the subscription',
    Component: class extends PlainComponent {
      protected override wantsAnotherSubscription(): boolean {
        return true;
      }
    },
  },
  {
    fault: 'keeps the first handler',
    foundBy: 'the handler is always the newest, without another subscription',
    Component: class extends PlainComponent {
      #first: EventPart['handler'] | undefined;

      protected override handle(event: BusEvent, context: HandlerContext): unknown {
        return this.#first?.(event, context);
      }

      protected override subscribe(event: EventPart): End {
        this.#first = event.handler;
        return super.subscribe(event);
      }
    },
  },
  {
    fault: 'subscribes anew for another handler',
    foundBy: 'the handler is always the newest, without another subscription',
    Component: class extends PlainComponent {
      protected override wantsAnotherSubscription(before: ComponentSetup): boolean {
        return super.wantsAnotherSubscription(before) || before.event?.handler !== this.setup.event?.handler;
      }
    },
  },
  {
    fault: 'keeps the first `where`',
    foundBy: '`where` is always the newest, without another subscription',
    Component: class extends PlainComponent {
      readonly #first = this.setup.event?.options?.where;

      protected override accepts(event: BusEvent): boolean {
        return this.#first?.(event) ?? true;
      }
    },
  },
  {
    fault: 'declines retained events',
    foundBy: 'a component that mounts late is given retained events first, marked as replayed',
    Component: class extends PlainComponent {
      protected override accepts(event: BusEvent): boolean {
        return !event.replayed && super.accepts(event);
      }
    },
  },
  {
    fault: 'wants every replay',
    foundBy: '`replay: false` declines retained events',
    Component: class extends PlainComponent {
      protected override subscribe(event: EventPart): End {
        return super.subscribe({ ...event, options: { ...event.options, replay: event.options?.replay || true } });
      }
    },
  },
  {
    fault: 'takes `replay` for yes or no',
    foundBy: '`replay: 2` asks for the newest two',
    Component: class extends PlainComponent {
      protected override subscribe(event: EventPart): End {
        return super.subscribe({ ...event, options: { ...event.options, replay: event.options?.replay !== false } });
      }
    },
  },
  {
    fault: 'goes on listening while it is disabled',
    foundBy: 'nothing is heard or listened to while `enabled` is false',
    Component: class extends PlainComponent {
      protected override listen(): void {
        this.ends.listening?.();
        this.ends.listening = this.setup.event && this.subscribe(this.setup.event);
      }

      protected override accepts(event: BusEvent): boolean {
        return this.setup.event?.options?.enabled !== false && super.accepts(event);
      }
    },
  },
  {
    fault: 'takes retained events once',
    foundBy: 'retained events come again when `enabled` is true again',
    Component: class extends PlainComponent {
      #replay = true;

      protected override subscribe(event: EventPart): End {
        const end = super.subscribe({ ...event, options: { replay: this.#replay, ...event.options } });
        this.#replay = false;
        return end;
      }
    },
  },
  {
    fault: 'swallows what handlers throw',
    foundBy: 'what a handler throws goes to the bus: an error and a dead letter',
    Component: class extends PlainComponent {
      protected override handle(event: BusEvent, context: HandlerContext): unknown {
        try {
          return super.handle(event, context);
        } catch {
          return undefined;
        }
      }
    },
  },
  {
    fault: 'goes away when a handler throws',
    foundBy: 'a handler that throws leaves its component and its neighbours alive',
    Component: class extends PlainComponent {
      protected override handle(event: BusEvent, context: HandlerContext): unknown {
        try {
          return super.handle(event, context);
        } catch (error) {
          void this.unmount();
          throw error;
        }
      }
    },
  },
];
