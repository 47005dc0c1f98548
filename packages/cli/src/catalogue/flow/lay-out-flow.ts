import type { FlowEdge, FlowGraph, FlowNode } from './flow-graph.ts';
import { orderColumns } from './order-columns.ts';

/** A node with its place in the picture, in pixels. */
export interface PlacedNode extends FlowNode {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** Where everything stands. */
export interface FlowLayout {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly PlacedNode[];
  readonly titles: readonly {
    readonly text: string;
    readonly x: number;
    readonly y: number;
    readonly kind: 'column' | 'group';
  }[];
  readonly edges: readonly (FlowEdge & { readonly line: string })[];
}

export const nodeHeight = 30;
const gap = 8;
/** How far apart the apps of a column stand where there is room. */
const loose = 80;
const groupGap = 30;
const head = 34;
const between = { few: 72, many: 168 };
const fewEdges = 12;
const character = 7.25;
const longest = 56;

/**
 * Places the nodes in their columns. The column in the middle stands evenly; what is beside it moves as near to what it is
 * joined with as its neighbours let it. Depends on the graph alone, so the same graph gives the same picture.
 */
export function layOutFlow(graph: FlowGraph): FlowLayout {
  const columns = orderColumns(graph);
  const middle = stack(columns[1] ?? []);
  const heights = new Map(middle.map(({ node, y }) => [node.id, y]));
  const widths = columns.map((nodes) => Math.max(0, ...nodes.map(widthOf)));
  const space = graph.edges.length > fewEdges ? between.many : between.few;
  const starts = widths.map((_, index) => widths.slice(0, index).reduce((sum, width) => sum + width + space, 1));
  const placed = columns.flatMap((nodes, index) => {
    const rows = index === 1 ? middle : settle(nodes, graph.edges, heights);
    return rows.map(({ node, y }) => ({ ...node, text: shorten(node.label), x: starts[index]!, y, width: widths[index]! }));
  });
  const top = Math.min(...placed.map(({ y }) => y), head) - head;
  const nodes = placed.map((node) => ({ ...node, y: node.y - top }));
  return {
    nodes,
    width: starts.at(-1)! + widths.at(-1)! + 1,
    height: Math.max(...nodes.map(({ y }) => y)) + nodeHeight + 2,
    titles: [
      ...graph.columns.flatMap(({ title }, index) => (columns[index]!.length > 0 ? [columnTitle(title, starts[index]!)] : [])),
      ...middle.filter(({ begins }) => begins).map(({ node, y }) => groupTitle(node, starts[1]!, y - top)),
    ],
    edges: linesOf(graph.edges, nodes),
  };
}

interface Row {
  readonly node: FlowNode;
  readonly y: number;
  /** Whether it is the first of a group that has a name and is not alone. */
  readonly begins?: boolean;
}

function stack(nodes: readonly FlowNode[]): Row[] {
  const groups = new Set(nodes.map(({ group }) => group));
  let y = head;
  return nodes.map((node, index) => {
    const begins = groups.size > 1 && node.group !== nodes[index - 1]?.group;
    if (begins) y += index === 0 ? groupGap - gap : groupGap;
    const row = { node, y, begins };
    y += nodeHeight + gap;
    return row;
  });
}

/** Puts every node at the mean height of what it is joined with, then pushes apart what would overlap. */
function settle(nodes: readonly FlowNode[], edges: readonly FlowEdge[], heights: ReadonlyMap<string, number>): Row[] {
  const wanted = nodes.map(({ id }) => meanHeight(id, edges, heights));
  const step = Math.max(nodeHeight + gap, Math.min(loose, (heights.size * nodeHeight) / nodes.length));
  const pushed = wanted.map((_, index) => Math.max(...wanted.slice(0, index + 1).map((y, at) => y + (index - at) * step)));
  const pulled = wanted.map((_, index) => Math.min(...wanted.slice(index).map((y, at) => y - at * step)));
  return nodes.map((node, index) => ({ node, y: (pushed[index]! + pulled[index]!) / 2 }));
}

function meanHeight(id: string, edges: readonly FlowEdge[], heights: ReadonlyMap<string, number>): number {
  const joined = edges.flatMap(({ from, to }) => (from === id ? [to] : to === id ? [from] : []));
  const known = joined.map((other) => heights.get(other) ?? head);
  return known.length > 0 ? known.reduce((sum, y) => sum + y, 0) / known.length : head;
}

function linesOf(edges: readonly FlowEdge[], nodes: readonly PlacedNode[]): FlowLayout['edges'] {
  const places = new Map(nodes.map((node) => [node.id, node]));
  return edges.map((edge) => {
    const [from, to] = [places.get(edge.from)!, places.get(edge.to)!];
    const [x1, y1, x2, y2] = [from.x + from.width, from.y + nodeHeight / 2, to.x - 6, to.y + nodeHeight / 2].map(round);
    const bend = round((x1! + x2!) / 2);
    return { ...edge, line: `M${x1} ${y1}C${bend} ${y1} ${bend} ${y2} ${x2} ${y2}` };
  });
}

function columnTitle(text: string, x: number) {
  return { text, x, y: 14, kind: 'column' as const };
}

function groupTitle({ group = '' }: FlowNode, x: number, y: number) {
  return { text: shorten(group), x, y: y - 8, kind: 'group' as const };
}

function widthOf({ label }: FlowNode): number {
  return Math.ceil(shorten(label).length * character) + 28;
}

function shorten(label: string): string {
  return label.length <= longest ? label : `${label.slice(0, longest - 13)}…${label.slice(-12)}`;
}

function round(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}
