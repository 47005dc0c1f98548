/** Props that a component follows, and the function that changes some of them. */
export function reactiveProps<Props extends object>(first: Props): { props: Props; change(changed: Partial<Props>): void } {
  let now = $state.raw(first);
  const props = new Proxy(first, {
    get: (_, name) => Reflect.get(now, name),
    has: (_, name) => Reflect.has(now, name),
    ownKeys: () => Reflect.ownKeys(now),
    getOwnPropertyDescriptor: (_, name) => Reflect.getOwnPropertyDescriptor(now, name),
  });
  return {
    props,
    change(changed) {
      now = { ...now, ...changed };
    },
  };
}
