import { appPath, domainPath, eventPath } from '../addresses.ts';
import { byName, type CatalogueApp, type CatalogueEvent } from '../catalogue.ts';
import { groupBy } from '../group-by.ts';
import { counted } from '../html/counted.ts';
import { lifecycleWord } from '../lifecycle.ts';
import type { FlowEdge, FlowGraph, FlowNode } from './flow-graph.ts';

const columns = { emitters: 'Emit', events: 'Events', listeners: 'Listen' };
const most = { nodes: 48, edges: 160 };

/** Who emits these events and who listens to them: apps on both sides, the events between them by domain. */
export function eventFlow(events: readonly CatalogueEvent[]): FlowGraph {
  const known = events.filter(isKnown);
  return flowThrough(known.map((event) => ({ node: eventNode(event), emitters: event.emitters, listeners: event.listeners })));
}

/** The same with one node for each domain, for more events than a picture can show. */
export function domainFlow(domains: ReadonlyMap<string, readonly CatalogueEvent[]>): FlowGraph {
  return flowThrough(
    [...domains].flatMap(([domain, events]) => {
      const known = events.filter(isKnown);
      const emitters = known.flatMap((event) => event.emitters);
      const listeners = known.flatMap((event) => event.listeners);
      return known.length > 0 ? [{ node: domainNode(domain, events.length), emitters, listeners }] : [];
    }),
  );
}

/** An app between the events that it listens to and those that it emits. */
export function appFlow({ name, emits, listens }: CatalogueApp): FlowGraph {
  const heard = listens.filter(isKnown).map((event) => ({ ...eventNode(event), id: `heard ${event.type}` }));
  const emitted = emits.filter(isKnown).map((event) => ({ ...eventNode(event), id: `emitted ${event.type}` }));
  const app: FlowNode = { id: 'app', kind: 'app', label: name, description: name };
  return {
    columns: [
      { title: 'Listens to', nodes: heard },
      { title: 'App', nodes: [app] },
      { title: 'Emits', nodes: emitted },
    ],
    edges: [...heard.map(({ id }) => ({ from: id, to: app.id })), ...emitted.map(({ id }) => ({ from: app.id, to: id }))],
  };
}

/** Says whether a picture of this size can still be read. */
export function isLegible({ columns, edges }: FlowGraph): boolean {
  return edges.length > 0 && edges.length <= most.edges && columns.every(({ nodes }) => nodes.length <= most.nodes);
}

interface Passage {
  readonly node: FlowNode;
  readonly emitters: readonly string[];
  readonly listeners: readonly string[];
}

function flowThrough(passages: readonly Passage[]): FlowGraph {
  const arrows = (side: 'emitters' | 'listeners', edge: (app: string, node: FlowNode) => FlowEdge): FlowEdge[] =>
    passages.flatMap(({ node, [side]: apps }) => [...new Set(apps)].map((app) => edge(app, node)));
  return {
    columns: [
      {
        title: columns.emitters,
        nodes: appNodes(
          'emits',
          passages.flatMap(({ emitters }) => emitters),
        ),
      },
      { title: columns.events, nodes: passages.map(({ node }) => node) },
      {
        title: columns.listeners,
        nodes: appNodes(
          'listens',
          passages.flatMap(({ listeners }) => listeners),
        ),
      },
    ],
    edges: [
      ...arrows('emitters', (app, node) => ({ from: `emits ${app}`, to: node.id })),
      ...arrows('listeners', (app, node) => ({ from: node.id, to: `listens ${app}` })),
    ],
  };
}

/** Says whether anybody deals with the event today, as far as it is known. */
function isKnown({ emitters, listeners, removed }: CatalogueEvent): boolean {
  return !removed && (emitters.length > 0 || listeners.length > 0);
}

function appNodes(side: 'emits' | 'listens', apps: readonly string[]): FlowNode[] {
  const uses = groupBy(apps, (app) => app);
  return [...uses]
    .sort(([one], [other]) => byName(one, other))
    .map(([name, { length }]) => ({
      id: `${side} ${name}`,
      kind: 'app',
      label: name,
      description: `${name} ${side === 'emits' ? 'emits' : 'listens to'} ${counted(length, 'event')}`,
      path: appPath(name),
    }));
}

function eventNode(event: CatalogueEvent): FlowNode {
  const { type, domain, newest } = event;
  const word = lifecycleWord(event);
  return {
    id: `event ${type}`,
    kind: 'event',
    label: type,
    description: `${type}, version ${newest.version}${word === 'stable' ? '' : `, ${word}`}`,
    path: eventPath(type),
    group: domain,
    faded: word !== 'stable',
  };
}

function domainNode(domain: string, count: number): FlowNode {
  const label = `${domain}: ${counted(count, 'event')}`;
  return { id: `domain ${domain}`, kind: 'domain', label, description: label, path: domainPath(domain) };
}
