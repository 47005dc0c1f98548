import type { Bus } from '../bus.ts';
import type { BusEvent } from '../event.ts';
import type { Hub } from '../hub/hub.ts';
import { type Actor, type ActorName, actors, foreignNumber, idOf } from './page.test.fixture.ts';
import { type Busbar, defineContracts, type Payload, stagesOf } from './page-contracts.test.fixture.ts';
import { type Action, type Edit, type Emission, type Plan, type Program, tellsAge } from './program.test.fixture.ts';
import { scriptHandler } from './scripted-handler.test.fixture.ts';
import { optionsOf } from './subscribe-options.test.fixture.ts';
import { epoch } from './virtual-clock.test.fixture.ts';
import { codeOf, Witness } from './witness.test.fixture.ts';

type Copy = Busbar & { readonly contracts: ReturnType<typeof defineContracts> };

interface Subscribed {
  readonly controller: AbortController;
  stop?: () => void;
}

/** A page with the bus itself, on which the actions of a program are carried out. */
export class RealPage {
  readonly witness: Witness;
  readonly #copies: readonly Copy[];
  readonly #program: Program;
  readonly #hub: Hub;
  readonly #buses = new Map<ActorName, Bus>();
  readonly #subscriptions: Subscribed[] = [];
  readonly #returned: BusEvent[] = [];
  #emissions = 0;

  constructor(copies: readonly Busbar[], program: Program) {
    const { limits } = program;
    const [{ createBus, createHub }] = copies as [Busbar];
    this.#copies = copies.map((busbar) => ({ ...busbar, contracts: defineContracts(busbar) }));
    this.#program = program;
    // A slice that never ends, but is one: lanes take what waits when their turn comes, and no more.
    this.#hub = createHub({ limits: { ...limits, slice: 1e9 } });
    this.witness = new Witness(createBus({ source: 'witness', hub: this.#hub }), tellsAge(program));
    for (const name of ['shell', 'cart', 'checkout'] as const) this.mount(name);
  }

  mount(name: ActorName): void {
    const { parent, isOfSecondCopy, ...options }: Actor = actors[name];
    if (this.#live(name)) return;
    if (parent) {
      const scope = this.#live(parent as ActorName)?.scope(options);
      if (scope) this.#buses.set(name, scope);
      return;
    }
    const { createBus, contracts, ...copy } = this.#copyOf(name);
    const { newer, ...everyday } = contracts;
    const onError = (error: unknown): void => this.witness.wasTold(error);
    this.#buses.set(
      name,
      createBus({ ...options, hub: this.#hub, contracts: Object.values(everyday), stages: stagesOf(copy), onError }),
    );
  }

  act(action: Action): void {
    if (action.do === 'end') return this.#end(action);
    this.witness.saw(`${action.do} as ${action.as}: ${this.#resultOf(action)}`);
  }

  #resultOf(action: Exclude<Action, { do: 'end' }>): string {
    try {
      if (action.do === 'emit') return this.#emit(action);
      if (action.do === 'adopt') return this.#adopt(action);
      const bus = this.#buses.get(action.as);
      if (action.do === 'subscribe') return bus ? this.#subscribe(bus, action) : 'disposed';
      if (!bus || bus.disposed) return 'nobody';
      if (action.do !== 'dispose') return this.#handleLetters(bus, action);
      bus.dispose();
      return 'done';
    } catch (error) {
      return codeOf(error);
    }
  }

  #emit({ as, type, key, flaw, cause: asked, ...options }: Emission): string {
    const number = ++this.#emissions;
    const bus = this.#buses.get(as);
    if (!bus) return 'disposed';
    const cause = typeof asked === 'number' ? this.#returned[asked % this.#returned.length] : asked;
    const contract = this.#copyOf(as).contracts[type];
    const data: Payload = { number, key, flaw: flaw ?? 'none' };
    const event = bus.emit(contract, data, { ...options, cause } as object);
    this.witness.recognize(event);
    this.#returned.push(event);
    return 'returned';
  }

  #adopt({ as, event: asked }: { as: ActorName; event: number }): string {
    const { foreign } = this.#program;
    const index = asked % foreign.length;
    const { key, flaw = 'none', expires, ...event } = foreign[index]!;
    const bus = this.#buses.get(as);
    if (!bus) return 'disposed';
    const expirytime = expires === undefined ? undefined : epoch + expires;
    const data: Payload = { number: foreignNumber(index), key, flaw };
    const envelope = { ...event, id: idOf(index), source: 'elsewhere', time: epoch, dataversion: 1, expirytime };
    const adopted = this.#copyOf(as).adopt(bus, { ...envelope, data });
    return adopted ? 'returned' : 'known';
  }

  #subscribe(bus: Bus, { as, plan: index }: { as: ActorName; plan: number }): string {
    const { plans } = this.#program;
    const plan = plans[index % plans.length]!;
    const number = this.#subscriptions.length;
    const controller = new AbortController();
    const subscription: Subscribed = { controller };
    const { handle, policy } = scriptHandler(plan, {
      called: (event, attempt) => this.witness.sawCall(number, event, attempt),
      act: (action) => this.act(action),
    });
    const options = { ...optionsOf(plan), ...(plan.policy && { policy }), signal: controller.signal };
    // Before `on` returns, a synchronous handler may have been given retained events.
    this.#subscriptions.push(subscription);
    try {
      subscription.stop = bus.on(this.#targetOf(as, plan) as never, handle, options);
    } catch (error) {
      this.#subscriptions.pop();
      throw error;
    }
    return 'subscribed';
  }

  #targetOf(as: ActorName, { target, isNewer }: Plan): unknown {
    const { contracts } = this.#copyOf(as);
    if (typeof target === 'string') return target;
    return target.map((type) => (isNewer && type === 'test:noted' ? contracts.newer : contracts[type]));
  }

  #end({ subscription: index, by }: { subscription: number; by: 'call' | 'signal' }): void {
    const subscription = this.#subscriptions[index % this.#subscriptions.length];
    if (by === 'call' && subscription?.stop) subscription.stop();
    else subscription?.controller.abort();
  }

  #handleLetters({ deadLetters }: Bus, action: Extract<Action, { do: 'redrive' | 'discard' }>): string {
    const filter = action.letter === 'all' ? () => true : this.witness.letterId(action.letter);
    if (action.do === 'discard') return String(deadLetters.discard(filter));
    return String(deadLetters.redrive(filter, action.edit && { edit: edits[action.edit] as (data: unknown) => unknown }));
  }

  #live(name: ActorName): Bus | undefined {
    const bus = this.#buses.get(name);
    return bus?.disposed ? undefined : bus;
  }

  #copyOf(name: ActorName): Copy {
    const { isOfSecondCopy }: Actor = actors[name];
    return this.#copies[isOfSecondCopy ? 1 : 0]!;
  }
}

const edits: Record<Edit, (data: Payload) => Payload> = {
  mend: (data) => ({ ...data, flaw: 'none' }),
  spoil: (data) => ({ ...data, flaw: 'breaks its contract' }),
  throw: () => {
    throw new Error('It cannot be edited.');
  },
};
