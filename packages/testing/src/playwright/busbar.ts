import type { AnyEventContract, BusEvent, DeclaredEvents, InputOf, OutputOf } from '@busbar/core';
import type { Frame, Page } from '@playwright/test';
import type { TrailEvent, TrailLetter } from './trail.ts';

/** How a test meets the pages; set with `test.use({ busbarOptions: { … } })`. */
export interface BusbarOptions {
  /** Whether the pages are recorded. Default `true`. */
  readonly record?: boolean;
  /** Milliseconds that `expectEvent` waits for its event, and `emit` for a bus. Default 5,000. */
  readonly timeout?: number;
  /** Who emits what the test emits. Default `playwright`. */
  readonly source?: string;
  /** How many events are kept, the newest ones. Default 10,000. */
  readonly limit?: number;
  /** When the trail goes into the report. Default `on-failure`. */
  readonly attach?: 'on-failure' | 'always' | 'never';
}

/** An event by its contract, or by its name. */
export type Asked = AnyEventContract | string;

type DeclaredAs<Name> = Name extends keyof DeclaredEvents ? DeclaredEvents[Name] : unknown;
/** The contract itself, or the one that is declared for a name. */
type ContractOf<What> = What extends AnyEventContract ? What : DeclaredAs<What>;
type PayloadOf<Contract> = Contract extends AnyEventContract ? OutputOf<Contract> : unknown;
type GivenTo<Contract> = Contract extends AnyEventContract ? InputOf<Contract> : unknown;
type NameOf<What> = What extends AnyEventContract ? What['type'] : What extends string ? What : string;

/** What a contract or a name is emitted with. */
export type InputFor<What> = GivenTo<ContractOf<What>>;
/** The payload of a contract or a name. */
export type DataFor<What> = PayloadOf<ContractOf<What>>;
/** The event of a contract or a name, as a page emitted it. */
export type EventFor<What> = TrailEvent<DataFor<What>, NameOf<What>>;

/** `expect.any(Number)`, `expect.stringMatching(/…/)` and their like. */
interface Matcher {
  asymmetricMatch?(value: unknown): boolean;
}

type Plain = string | number | bigint | boolean | null | undefined;

/** Some of a payload, with matchers wherever one likes. */
export type PartialMatch<Data> = unknown extends Data
  ? Plain | readonly unknown[] | Readonly<Record<string, unknown>>
  : Data extends Plain
    ? Data | Matcher
    : Data extends readonly (infer Item)[]
      ? readonly PartialMatch<Item>[] | Matcher
      : { readonly [Key in keyof Data]?: PartialMatch<Data[Key]> } | Matcher;

/** What an event has to be: part of its payload, or a question put to the whole event. */
export type Match<What> = PartialMatch<DataFor<What>> | ((event: EventFor<What>) => boolean);

/** A point of the trail, from `busbar.mark()`. */
export type Mark = number;

/** Which part of the trail. */
export interface TrailRange {
  /** Since a mark, since each page and frame went where it is now (`navigation`), or since the test began (`start`). */
  readonly since?: Mark | 'navigation' | 'start';
  /** On one page alone, its frames included. Default: on all pages of the context. */
  readonly page?: Page;
}

/** How `expectEvent` waits. */
export interface ExpectEventOptions extends TrailRange {
  /** Milliseconds. Default: what `busbarOptions` say, 5,000. */
  readonly timeout?: number;
}

/** How `emit` emits. */
export interface EmitOnPageOptions {
  /** Who emits it. Default: what `busbarOptions` say, `playwright`. */
  readonly source?: string;
  /** The page or frame. Default: the first of the context that runs Busbar. */
  readonly page?: Page | Frame;
  /** Milliseconds that a bus is waited for. Default: what `busbarOptions` say, 5,000. */
  readonly timeout?: number;
}

/**
 * What goes over the buses of the pages of a test's context: all pages, popups and frames, however they were built.
 *
 * The pages are observed from outside. They need no change, and count, order and list what they would without.
 */
export interface Busbar {
  /**
   * Waits for an event and answers it, as a subscriber with that contract is given it. One that came already counts, unless
   * its page went elsewhere since (`since: 'start'` counts those, too).
   *
   * Rejects when none came in time, and says which one came nearest, how it differs, and what came instead.
   *
   * @example
   * await page.getByRole('button', { name: 'Add to cart' }).click();
   * const { data } = await busbar.expectEvent(cart.itemAdded, { sku: 'A-1', quantity: expect.any(Number) });
   */
  expectEvent<const What extends Asked>(
    asked: What,
    match?: Match<NoInfer<What>>,
    options?: ExpectEventOptions,
  ): Promise<EventFor<What>>;

  /**
   * Emits on a page and answers the event as it was published. The page's own contract checks it: that of the version that
   * the test has, or the newest where a name is given. Where the page has no contract of that version, the event is cast to
   * one that it has, as one of another tab would be. Waits for a page to run Busbar. A contract's `rate` holds; stages that
   * the page's buses put in do not.
   *
   * Rejects with the BusError that a micro-frontend would catch: `invalid-payload`, `unknown-contract` and so on.
   *
   * @example
   * await busbar.emit(cart.itemAdded, { sku: 'A-1', quantity: 2, price: 199.5 }, { source: 'cart' });
   */
  emit<const What extends Asked>(
    asked: What,
    data: InputFor<NoInfer<What>>,
    options?: EmitOnPageOptions,
  ): Promise<BusEvent<DataFor<What>, NameOf<What>>>;

  /**
   * The events so far, oldest first, across navigations, refused ones included; those of a contract or a name, or those
   * that a question is answered `true` for. A contract reads those of other versions; what was refused, or cannot be cast, is
   * there as it was emitted.
   *
   * @example
   * expect((await busbar.trail(cart.itemAdded)).map(({ data }) => data.sku)).toEqual(['A-1', 'A-2']);
   */
  trail(): Promise<readonly TrailEvent[]>;
  trail<const What extends Asked>(asked: What, range?: TrailRange): Promise<readonly EventFor<What>[]>;
  trail(filter: ((event: TrailEvent) => boolean) | undefined, range?: TrailRange): Promise<readonly TrailEvent[]>;

  /** The dead letters so far, oldest first, also those that were redriven or discarded since. */
  deadLetters(filter?: Asked | ((letter: TrailLetter) => boolean), range?: TrailRange): Promise<readonly TrailLetter[]>;

  /** The payload of the newest event, since the pages went where they are; undefined before the first. */
  latest<const What extends Asked>(asked: What, range?: TrailRange): Promise<DataFor<What> | undefined>;

  /** Marks this point of the trail, so that `since` can leave out what came before. */
  mark(): Promise<Mark>;

  /** How many events and dead letters the trail is without: past its limit, or too many at once for a page to tell. */
  leftOut(): number;
}
