import { computed, getCurrentInstance, type MaybeRefOrGetter, onMounted, type ShallowRef, shallowRef, toValue } from 'vue';
import { follow, type Running } from './follow.ts';

/** A value that changes, as far as it takes to show it. */
interface Source {
  get(): unknown;
  subscribe(observer: () => void): Running;
}

/** How somebody looks at a value. */
export interface Look {
  readonly initial?: unknown;
  select?(value: unknown): unknown;
  compare?(previous: unknown, next: unknown): boolean;
}

/**
 * What a look makes of a value that changes: the same for as long as `compare` finds no difference.
 *
 * @param hydrates whether hydration begins with `initial`: a browser's hub may hold other events than the server's did.
 */
export function selected(source: () => Source, options: MaybeRefOrGetter<Look>, hydrates?: boolean): Readonly<ShallowRef> {
  const readable = computed(source);
  const change = shallowRef<object>();
  let isHydrating: unknown = hydrates && getCurrentInstance()?.vnode.el;
  const look = (): void => {
    if (!isHydrating) change.value = {};
  };
  if (isHydrating)
    onMounted(() => {
      isHydrating = false;
      look();
    });
  look();
  follow(() => ({ key: [readable.value], begin: () => readable.value.subscribe(look) }));
  let kept: [unknown] | undefined;
  return computed(() => {
    const { initial, select = (value: unknown) => value, compare } = toValue(options);
    const latest = change.value ? readable.value.get() : initial;
    const selection = select(latest === undefined ? initial : latest);
    // Where there is no `compare`, Vue compares computed values.
    if (!kept || !compare?.(kept[0], selection)) kept = [selection];
    return kept[0];
  });
}
