import { type Bus, createBus, type ScopeOptions } from '@busbar/core';

/** What `mount`, `update` and `unmount` are given beside the props of single-spa and of the host. */
export interface BusProps {
  /** The name that the application or parcel is registered under. */
  readonly name: string;
  /** The scope of this mounting: whatever is subscribed through it ends with `unmount`. */
  readonly bus: Bus;
}

/** One lifecycle as single-spa takes it: a function, or several that run one after another. */
export type Lifecycle<Props> = ((props: Props) => Promise<unknown>) | ((props: Props) => Promise<unknown>)[];

/** The lifecycles of an application or a parcel, from a helper such as single-spa-react or written by hand. */
export interface Lifecycles<Props> {
  /** What single-spa 6 calls once, before the first mount. */
  readonly bootstrap?: Lifecycle<Props>;
  /** The name of `bootstrap` in single-spa 7. */
  readonly init?: Lifecycle<Props>;
  readonly mount: Lifecycle<Props & BusProps>;
  readonly unmount: Lifecycle<Props & BusProps>;
  /** Of parcels only. */
  readonly update?: Lifecycle<Props & BusProps>;
}

/** What single-spa 6 and 7 want an application to export. */
// biome-ignore lint/suspicious/noExplicitAny: the host's props have the type that the host gives them
export type WrappedLifecycles = Pick<Lifecycles<any>, 'update'> & Required<Omit<Lifecycles<any>, 'update'>>;

interface HostProps {
  readonly name: string;
  /** A bus that the host handed over as a custom prop. */
  readonly bus?: Bus;
  /** Parcels have it: the same function from mount to unmount, and of one parcel only. */
  readonly unmountSelf?: unknown;
}

/**
 * Gives an application or parcel a scope for as long as it is mounted, as the prop `bus`.
 *
 * `mount` makes the scope: of the bus that the host hands over as the custom prop `bus`, else of a bus that this call
 * creates at the first mount, which joins the page's hub. The scope is disposed after `unmount`, or as soon as `mount`
 * fails; a remount gets a new one. `bootstrap` runs before there is a scope and gets the host's props unchanged.
 * `options` narrow the scope; its `source` is the application's name unless they say otherwise.
 *
 * @example
 * export const { bootstrap, init, mount, unmount } = withBus({
 *   async mount({ bus, name }) {
 *     bus.on(cart.itemAdded, ({ data }) => show(name, data));
 *   },
 *   async unmount() {},
 * });
 */
export function withBus<Props extends object = object>(lifecycles: Lifecycles<Props>, options?: ScopeOptions): WrappedLifecycles {
  const scopes = new Map<unknown, Bus>();
  let own: Bus | undefined;

  function busFor({ bus, name }: HostProps): Bus {
    if (bus) return bus;
    own ??= createBus({ source: name });
    return own;
  }

  async function mount(props: Props & HostProps): Promise<void> {
    const bus = busFor(props).scope({ source: props.name, ...options });
    scopes.set(mountedBy(props), bus);
    try {
      await run(lifecycles.mount, { ...props, bus });
    } catch (error) {
      bus.dispose();
      throw error;
    }
  }

  async function unmount(props: Props & HostProps): Promise<void> {
    const bus = scopes.get(mountedBy(props))!;
    try {
      await run(lifecycles.unmount, { ...props, bus });
    } finally {
      scopes.delete(mountedBy(props));
      // Absent where the scope itself could not be made: single-spa unmounts what it failed to mount.
      bus?.dispose();
    }
  }

  const { bootstrap = lifecycles.init ?? [], init = bootstrap, update: change } = lifecycles;
  const update = change && ((props: Props & HostProps) => run(change, { ...props, bus: scopes.get(mountedBy(props))! }));
  return { ...lifecycles, bootstrap, init, mount, unmount, ...(update && { update }) };
}

/** Applications have a name of their own; parcels may share one. */
function mountedBy({ unmountSelf, name }: HostProps): unknown {
  return unmountSelf ?? name;
}

async function run<Props>(lifecycle: Lifecycle<Props>, props: Props): Promise<void> {
  for (const step of [lifecycle].flat()) await step(props);
}
