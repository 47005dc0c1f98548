import {
  type AnyEventContract,
  type Bus,
  type BusEvent,
  createBus,
  createHub,
  type DeadLetter,
  type Hub,
  type HubOptions,
} from '@busbar/core';
import { Complaints } from './complaints.ts';
import { faultOfEvent } from './event-fault.ts';
import { Account, Ledger } from './ledger.ts';
import { meddle } from './meddling.ts';
import type { OptionBag } from './option-bag.ts';
import type { ForeignGlobals, World } from './world.ts';

/** How often hostile code may call back in one trial, so that rings end. */
const patience = 30;

/** What a trial goes on in. */
export interface Surroundings {
  readonly foreign: ForeignGlobals;
  /** Whether the bus is a production build, which does not check what people write into their code. */
  readonly isProduction: boolean;
}

/** One hub and those who use it, hostile code among them, watched at each step. */
export class Trial implements World {
  readonly foreign: ForeignGlobals;
  readonly isProduction: boolean;
  readonly complaints = new Complaints();
  readonly hub: Hub;
  /** The bus of somebody who means well and may do everything. */
  readonly root: Bus;
  readonly ledger: Ledger;
  readonly contracts: AnyEventContract[] = [];
  readonly events: BusEvent[] = [];
  /** The buses and scopes that hostile code has. */
  readonly handles: Bus[] = [];
  readonly stops: (() => void)[] = [];
  /** Milliseconds that each emit took, where that could be told. */
  readonly took: (number | undefined)[] = [];
  /** How many promises of `once` have not settled. */
  awaited = 0;
  isOver = false;
  /** Whether rubbish was handed in, which a production build does not look at beforehand. */
  isSpoilt = false;
  #meddled = 0;
  readonly #hanging: (() => void)[] = [];
  readonly #noted = new Set<BusEvent>();

  constructor({ foreign, isProduction }: Surroundings, limits: OptionBag, window: EventTarget | undefined) {
    this.foreign = foreign;
    this.isProduction = isProduction;
    const options = { window } as HubOptions;
    // Only the development build looks at bounds, and no hub is better than its bounds.
    const given = isProduction && limits.isRubbish ? {} : (limits.make(this) as object);
    this.hub = this.call('createHub', () => createHub({ ...options, limits: given })) ?? createHub(options);
    this.root = createBus({ source: 'root', hub: this.hub, onError: (error) => this.judge('onError', error) });
    this.ledger = new Ledger(() => this.root.deadLetters.list());
    this.root.deadLetters.subscribe((letter) => this.ledger.letters.push(letter));
    this.ledger.accounts.set('witness', new Account());
    const witness = this.root.scope({ source: 'witness' });
    // What the hub tells of itself is heard by those alone who ask for it.
    for (const all of ['**', 'busbar:**']) witness.on(all, this.note, { delivery: 'sync', dedupe: false, replay: false });
    this.handles.push(this.root.scope({ source: 'guest' }));
  }

  get letters(): readonly DeadLetter[] {
    return this.ledger.letters;
  }

  readonly meddle = (how: number): void => {
    if (this.#meddled++ < patience && !this.isOver) meddle(this, how);
  };

  readonly own = <Thrown>(error: Thrown): Thrown => {
    this.complaints.expect(error);
    return error;
  };

  readonly throws = (error: unknown): never => {
    throw this.own(error);
  };

  readonly hang = (): Promise<unknown> => new Promise<void>((resolve) => this.#hanging.push(resolve));

  /** Lets what hangs go on. */
  release(): void {
    for (const resolve of this.#hanging.splice(0)) resolve();
  }

  /** Calls the bus as somebody does who may have handed in rubbish. */
  readonly call = <Result>(where: string, act: () => Result): Result | undefined => {
    try {
      return act();
    } catch (error) {
      this.judge(where, error);
      return undefined;
    }
  };

  /** Complains of an error that should have been a better one. */
  readonly judge = (where: string, error: unknown): void => {
    if (!this.isForgiven) this.complaints.judge(where, error);
  };

  /** Complains of an error that reached nobody but the page. */
  readonly judgeUncaught = (error: unknown): void => {
    if (!this.isForgiven || !this.complaints.isForeign(error)) this.complaints.sayUncaught(error);
  };

  /** A production build owes nobody a good error who has handed in rubbish. */
  get isForgiven(): boolean {
    return this.isProduction && this.isSpoilt;
  }

  /** Notes an event that somebody was given, to be looked at when nobody is timed. */
  readonly note = (event: BusEvent): void => {
    this.ledger.heard.add(event.id);
    this.#noted.add(event);
  };

  /** Looks at all that somebody was given since the last time. */
  examine(): void {
    for (const event of this.#noted) {
      const fault = faultOfEvent(event, this.isProduction);
      if (fault) this.complaints.say(`An event ${event.type} was delivered though ${fault}`);
    }
    this.#noted.clear();
  }
}
