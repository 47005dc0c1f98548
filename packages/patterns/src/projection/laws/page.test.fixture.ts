import { type Bus, createBus, createHub } from '@busbar/core';
import { project } from '../project.ts';
import type { Projected, Snapshot } from '../projected.ts';
import type { Command } from './commands.test.fixture.ts';
import { type Entered, type Ledger, ledger, ledgerProjection, retainedTypes } from './ledger.test.fixture.ts';
import { Model } from './model.test.fixture.ts';
import { Reading } from './reading.test.fixture.ts';
import { ToldHistory } from './told-history.test.fixture.ts';

type Arrival = { readonly event: Entered; readonly isRedriven?: true };
type Told<Name> = Extract<Command, { readonly do: Name }>;

/** How often what the laws are about has happened. */
export const happened = { overlaps: 0, deaths: 0, redriven: 0, restored: 0, superseded: 0, mended: 0, comparisons: 0 };

/** A page with a log and one projection at a time, and beside it the model of that projection. */
export class Page {
  readonly #bus: Bus = createBus({ source: 'books', hub: createHub(), onError: () => {} });
  readonly #poisons = new Set(['red']);
  readonly #projection = ledgerProjection(this.#poisons);
  readonly #log: Entered[];
  #projected!: Projected<Ledger>;
  #told: Ledger | undefined;
  #history: ToldHistory | undefined;
  #subscriber = 0;
  #snapshot: { readonly text: string; readonly model: Model } | undefined;
  // What follows is the model's.
  #model = new Model();
  #reading: Reading | undefined;
  /** A history failed, and nothing has come in its place. */
  #isStuck = false;
  #arrivals: Arrival[] = [];
  #failed: ReadonlySet<string> = new Set();
  #since = 0;
  readonly #letters = new Map<string, Entered>();

  /** `before` are events of an earlier page. */
  constructor(before: readonly Told<'emit'>[]) {
    const earlier = createBus({ source: 'books', hub: createHub() });
    this.#log = before.map((command) => emit(earlier, command));
  }

  async run(command: Command): Promise<void> {
    if (command.do !== 'emit') await this.settle();
    await (this[command.do] as (command: Command) => void | Promise<void>)(command);
  }

  /** Ends what is under way. */
  async finish(): Promise<void> {
    await this.settle();
    if (this.#isStuck) this.rebuild();
    await this.end({ do: 'end', lag: 0 });
    this.#projected.stop();
  }

  /** Waits until nothing moves any more, and compares. */
  async settle(): Promise<void> {
    const isWaiting = this.#reading || this.#isStuck;
    for (let turn = 0; turn % 40 > 0 || turn === 0 || this.#isBusy(!isWaiting); turn++) await (turn < 400 ? undefined : soon());
    if (!isWaiting) for (const arrival of this.#arrivals.splice(0)) this.#arrive(arrival);
    if (this.#projected) this.#compare();
  }

  #isBusy(isHandling: boolean): boolean {
    const { queueDepth, subscriptions } = this.#bus.metrics();
    return queueDepth > 0 || (isHandling && subscriptions.some((one) => one.running + one.queueDepth > 0));
  }

  emit(command: Told<'emit'>): void {
    const event = emit(this.#bus, command);
    this.#log.push(event);
    this.#arrivals.push({ event });
  }

  break({ poison }: Told<'break'>): void {
    this.#poisons.add(poison);
  }

  mend({ poison }: Told<'mend'>): void {
    this.#poisons.delete(poison);
  }

  snapshot(): void {
    this.#snapshot = { text: JSON.stringify(this.#projected.snapshot()), model: this.#model };
  }

  redrive(): void {
    this.#bus.deadLetters.redrive(({ subscriber }) => subscriber?.id === this.#subscriber);
    for (const event of this.#letters.values()) this.#arrivals.push({ event, isRedriven: true });
    happened.redriven += this.#letters.size;
    this.#letters.clear();
  }

  project({ from, restores }: Told<'project'>): void {
    this.#projected?.stop();
    const { text, model } = (restores && this.#snapshot) || {};
    if (model) happened.restored++;
    this.#history = undefined;
    this.#letters.clear();
    this.#arrivals = [];
    this.#told = undefined;
    const place = model?.last ? this.#log.findIndex(({ id }) => id === model.last!.id) + 1 : 0;
    const first = from === 'rest' ? place : 0;
    const history = (): ToldHistory => {
      this.#history = new ToldHistory((index) => this.#give(first + index));
      return this.#history;
    };
    this.#read(model, from !== 'retained', first, place);
    const snapshot: Snapshot | undefined = text === undefined ? undefined : JSON.parse(text);
    this.#projected = project(this.#bus, this.#projection, { snapshot, ...(from !== 'retained' && { history }) });
    this.#subscriber = this.#bus.metrics().subscriptions.at(-1)!.id;
    this.#projected.subscribe((state) => {
      this.#told = state;
    });
    if (from === 'retained') this.#end();
    else this.#model = model ?? new Model();
  }

  rebuild(): void {
    if (this.#reading) happened.superseded++;
    const hasHistory = this.#history !== undefined;
    const history = hasHistory
      ? (): ToldHistory => {
          this.#history = new ToldHistory((index) => this.#give(index));
          return this.#history;
        }
      : undefined;
    this.#read(undefined, hasHistory, 0, 0);
    this.#projected.rebuild(history).catch(() => {});
    if (!hasHistory) this.#end();
  }

  read({ count }: Told<'read'>): void {
    this.#history?.read(count);
  }

  async end({ lag }: Told<'end'>): Promise<void> {
    const reading = this.#reading;
    if (!reading) return this.settle();
    const until = Math.max(reading.required, this.#log.length - lag);
    this.#history!.read(Math.max(until - reading.next, 0));
    await this.settle();
    this.#history!.end();
    this.#end();
    await this.settle();
  }

  crash(): void {
    if (!this.#reading) return;
    this.#history!.fail();
    this.#reading = undefined;
    this.#isStuck = true;
  }

  #read(restored: Model | undefined, hasHistory: boolean, first: number, after: number): void {
    const retained = this.#log.filter(({ id, type }) => id.startsWith(this.#bus.hub.prefix) && retainedTypes.includes(type));
    this.#isStuck = false;
    const required = hasHistory ? this.#log.length : 0;
    this.#reading = new Reading(restored, retained, { first, after, required }, this.#poisons, this.#letters);
  }

  #give(index: number): Entered | undefined {
    const event = this.#log[index];
    if (event) this.#reading!.give(event, index);
    return event;
  }

  #end(): void {
    const reading = this.#reading!;
    this.#model = reading.end();
    happened.mended += reading.mended;
    this.#reading = undefined;
    this.#failed = reading.failed;
    this.#since = reading.since;
  }

  #arrive({ event, isRedriven }: Arrival): void {
    if (isRedriven && this.#letters.has(event.id)) return;
    const isHeld = this.#model.holds(event) || (!isRedriven && (this.#failed.has(event.id) || event.sequence <= this.#since));
    if (!isRedriven) this.#model = this.#model.upTo(event.sequence);
    if (isHeld) return void happened.overlaps++;
    if (!isRedriven) this.#model = this.#model.after(event);
    if (event.data.poison && this.#poisons.has(event.data.poison)) {
      happened.deaths++;
      this.#letters.set(event.id, event);
    } else this.#model = this.#model.with(event);
  }

  #compare(): void {
    const letters = this.#bus.deadLetters.list(({ subscriber }) => subscriber?.id === this.#subscriber);
    const state = this.#projected.get();
    same('state', state, this.#model.state);
    same('position', this.#projected.position?.id, this.#model.last?.id);
    same(
      'letters',
      letters.map(({ event }) => event.id),
      [...this.#letters.keys()],
    );
    if (this.#told) same('told', this.#told, state);
    happened.comparisons++;
  }
}

function emit(bus: Bus, { event, account, poison, key }: Told<'emit'>): Entered {
  const text = `${event} ${bus.hub.sequence}`;
  return bus.emit(ledger[event], { account, text, ...(poison && { poison }) }, key ? { idempotencykey: key } : {});
}

function same(what: string, given: unknown, expected: unknown): void {
  if (JSON.stringify(given) === JSON.stringify(expected)) return;
  throw new Error(`The ${what} is ${JSON.stringify(given)}, by the model ${JSON.stringify(expected)}.`);
}

function soon(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
