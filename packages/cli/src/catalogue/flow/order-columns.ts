import { groupBy } from '../group-by.ts';
import type { FlowEdge, FlowGraph, FlowNode } from './flow-graph.ts';

const sweeps = 6;

/** The nodes of each column in an order that lets few arrows cross: each near the mean of those that it is joined with. */
export function orderColumns({ columns, edges }: FlowGraph): FlowNode[][] {
  const neighbours = neighboursOf(edges);
  let ordered = columns.map(({ nodes }) => [...nodes]);
  if (columns[1]!.nodes.length < 2) return ordered;
  for (let sweep = 0; sweep < sweeps; sweep += 1) {
    for (const index of [1, 0, 2]) {
      const ranks = new Map(
        ordered.flatMap((nodes, at) => (at === index ? [] : nodes.map(({ id }, rank) => [id, rank / nodes.length]))),
      );
      ordered = ordered.map((nodes, at) => (at === index ? sortByMean(nodes, neighbours, ranks) : nodes));
    }
  }
  return ordered;
}

function neighboursOf(edges: readonly FlowEdge[]): Map<string, string[]> {
  const neighbours = new Map<string, string[]>();
  const join = (one: string, other: string) => {
    const list = neighbours.get(one) ?? [];
    list.push(other);
    neighbours.set(one, list);
  };
  for (const { from, to } of edges) {
    join(from, to);
    join(to, from);
  }
  return neighbours;
}

/** Groups first by the mean of all their nodes, then the nodes inside each by their own. */
function sortByMean(
  nodes: readonly FlowNode[],
  neighbours: ReadonlyMap<string, readonly string[]>,
  ranks: ReadonlyMap<string, number>,
): FlowNode[] {
  const means = new Map(nodes.map(({ id }) => [id, mean((neighbours.get(id) ?? []).map((other) => ranks.get(other) ?? 0))]));
  const groups = [...groupBy(nodes, ({ group }) => group).values()].map((members) => ({
    members: members.toSorted((one, other) => means.get(one.id)! - means.get(other.id)!),
    mean: mean(members.map(({ id }) => means.get(id)!)),
  }));
  return groups.toSorted((one, other) => one.mean - other.mean).flatMap(({ members }) => members);
}

function mean(numbers: readonly number[]): number {
  return numbers.length === 0 ? 0 : numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}
