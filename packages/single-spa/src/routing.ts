import { defineEvents } from '@busbar/core';

/** Where a navigation came from and went to, as full URLs; both the same for the first that is told of. */
export interface Route {
  readonly from: string;
  readonly to: string;
}

/** The names of the applications whose state changed. */
export interface AppsChange {
  readonly mounted: readonly string[];
  /** Those that are on the page no more, unloaded ones included. */
  readonly unmounted: readonly string[];
  /** Those that failed to load, to mount or to unmount. */
  readonly broken: readonly string[];
}

const isText = (value: unknown): boolean => typeof value === 'string';
const isTexts = (value: unknown): boolean => Array.isArray(value) && value.every(isText);

/** A Standard Schema by hand, so that the package brings no validator along: fields that are all of one kind. */
function fields<Payload>(names: readonly (keyof Payload & string)[], message: string, test: (value: unknown) => boolean) {
  const validate = (value: unknown) => {
    const issues = names.flatMap((name) => (test((value as Payload | null)?.[name]) ? [] : { path: [name], message }));
    return issues[0] ? { issues } : { value: value as Payload };
  };
  const schema = { version: 1, vendor: 'busbar', validate } as const;
  return { '~standard': schema as typeof schema & { readonly types?: { readonly input: Payload; readonly output: Payload } } };
}

/** The events that `publishRouting` puts on the bus. */
export const routing = /* @__PURE__ */ defineEvents('routing', {
  appsChanged: {
    version: 1,
    schema: /* @__PURE__ */ fields<AppsChange>(['mounted', 'unmounted', 'broken'], 'Expected texts', isTexts),
    dom: 'out',
    summary: 'Applications were mounted, unmounted or broken',
  },
  changed: {
    version: 1,
    schema: /* @__PURE__ */ fields<Route>(['from', 'to'], 'Expected text', isText),
    retain: 'latest',
    dom: 'out',
    summary: 'Applications of another URL were mounted',
  },
});
