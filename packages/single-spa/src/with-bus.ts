import { type Bus, createBus, type ScopeOptions } from '@busbar/core';
import { watchForLeaks } from './leaks.ts';
import { type RegisteredPermissions, registeredPermissions } from './registered-permissions.ts';

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

type MountParcel = (config: unknown, props: object) => unknown;

interface HostProps {
  readonly name: string;
  /** A bus that the host handed over as a custom prop. */
  readonly bus?: Bus;
  /** What the host lets the application do, as a custom prop. */
  readonly busbar?: RegisteredPermissions;
  readonly mountParcel?: MountParcel;
  /** Parcels have it: the same function from mount to unmount, and of one parcel only. */
  readonly unmountSelf?: unknown;
}

/** What lives from mount to unmount. */
interface Mounting {
  readonly scope: Bus;
  /** Ends the scope, and tells of what stays. */
  end(): void;
}

/**
 * Gives an application or parcel a scope for as long as it is mounted, as the prop `bus`.
 *
 * `mount` makes the scope: of the bus that the host hands over as the custom prop `bus`, else of a bus that this call
 * creates at the first mount, which joins the page's hub. Parcels mounted by the prop `mountParcel` get a scope of this
 * one. The scope is disposed after `unmount`, or as soon as `mount` fails; a remount gets a new one. `bootstrap` runs before
 * there is a scope and gets the host's props unchanged. The custom prop `busbar` and then `options` narrow the scope; its
 * `source` is the application's name unless `options` say otherwise. Subscriptions that were made under the name, but not
 * through the scope, and outlive `unmount`, are told as `singleSpa:leaked`.
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
  const mountings = new Map<unknown, Mounting>();
  let own: Bus | undefined;

  function begin({ busbar, ...props }: HostProps): Mounting {
    const { name, bus = createOwn(name) } = props;
    const registered = bus.scope({ ...registeredPermissions(name, busbar), source: name });
    const scope = registered.scope(options);
    const tellOfLeaks = watchForLeaks(scope, name);
    const end = () => {
      registered.dispose();
      mountings.delete(mountedBy(props));
      // Another parcel of this name may be the one that listens.
      if (![...mountings.values()].some((other) => other.scope.source === scope.source)) tellOfLeaks();
    };
    mountings.set(mountedBy(props), { scope, end });
    return { scope, end };
  }

  function createOwn(source: string): Bus {
    own ??= createBus({ source });
    return own;
  }

  async function mount(props: Props & HostProps): Promise<void> {
    const { scope } = begin(props);
    try {
      await run(lifecycles.mount, given(props, scope));
    } catch (error) {
      scope.dispose();
      throw error;
    }
  }

  async function unmount(props: Props & HostProps): Promise<void> {
    // Absent where the scope itself could not be made: single-spa unmounts what it failed to mount.
    const mounting = mountings.get(mountedBy(props));
    try {
      await run(lifecycles.unmount, given(props, mounting?.scope));
    } finally {
      mounting?.end();
    }
  }

  const { bootstrap = lifecycles.init ?? (async () => {}), init = bootstrap, update: change } = lifecycles;
  const update = (props: Props & HostProps) => run(change!, given(props, mountings.get(mountedBy(props))?.scope));
  return { ...lifecycles, bootstrap, init, mount, unmount, ...(change && { update }) };
}

/** Applications have a name of their own; parcels may share one. */
function mountedBy({ unmountSelf, name }: HostProps): unknown {
  return unmountSelf ?? name;
}

/** The props that a lifecycle gets: with the scope, which its parcels get for their bus. */
function given<Props extends HostProps>(props: Props, scope: Bus | undefined): Props & BusProps {
  const { mountParcel } = props;
  const parcels = mountParcel && {
    mountParcel: (config: unknown, custom: object) => mountParcel(config, { bus: scope, ...custom }),
  };
  return { ...props, ...parcels, bus: scope! };
}

async function run<Props>(lifecycle: Lifecycle<Props>, props: Props): Promise<void> {
  for (const step of [lifecycle].flat()) await step(props);
}
