// What `busbar.js` defines as `window.Busbar`: the core, told by the `data-*` options of its own tag who uses it.
import type { Bus } from './bus.ts';
import { createBus } from './create-bus.ts';
import * as definitions from './define-event.ts';
import { isPersonal } from './hub/window-edge.ts';

export { version } from './hub/version.ts';
// biome-ignore lint/performance/noReExportAll: no bundler comes after this build that could leave anything out
export * from './index.ts';

type AnyDefinition = Pick<definitions.EventDefinition, 'dom' | 'schema' | 'tags'>;

/** The options of the tag; none where no tag started the script, as in workers and sandboxes. */
const { source, publish, subscribe, dom } = (globalThis.document?.currentScript?.dataset ?? {}) as Record<string, string>;

/** The bus of the `data-source` that the tag names, narrowed by `data-publish` and `data-subscribe`. */
export const bus: Bus | undefined =
  source === undefined ? undefined : createBus({ source, ...listed('publish', publish), ...listed('subscribe', subscribe) });

/** As in the core, with `data-dom` for an event that does not say itself how it meets `window`, and has no personal fields. */
export const defineEvent: typeof definitions.defineEvent = (type, definition) =>
  definitions.defineEvent(type, withDom(definition));

/** As in the core, with `data-dom` as in `defineEvent`. */
export const defineEvents: typeof definitions.defineEvents = (domain, asked) => {
  const defined = Object.entries<AnyDefinition>(asked).map(([name, definition]) => [name, withDom(definition)]);
  return definitions.defineEvents(domain, Object.fromEntries(defined));
};

/** Patterns with white space between them; none at all allow nothing. */
function listed(option: 'publish' | 'subscribe', patterns: string | undefined): object {
  return patterns === undefined ? {} : { [option]: patterns.split(/\s+/).filter(Boolean) };
}

function withDom<Definition extends AnyDefinition>(definition: Definition): Definition {
  // What is no definition the core says.
  if (dom === undefined || !definition || definition.dom || isPersonal(definition)) return definition;
  return { ...definition, dom };
}
