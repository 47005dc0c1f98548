import { type HeapProfiler, Session } from 'node:inspector/promises';
import type { Program } from './programs.ts';
import { SourceOf } from './source-of.ts';
import { combine, noWork, type Work, type WorkByFunction } from './work.ts';

/** How often something is done before it is counted, so that what is made once is there, and how often while it is. */
const warmUp = 300;
const counted = 128;

/** A node of an allocation profile, with what its type does not say. */
interface AllocationNode extends HeapProfiler.SamplingHeapProfileNode {
  readonly id: number;
  readonly children: AllocationNode[];
}

/** Each allocation, and the tree of those that made them. */
interface Allocations {
  readonly head: AllocationNode;
  readonly samples: readonly { readonly nodeId: number; readonly size: number }[];
}

/** Counts what the functions of one script do. Functions are told by their source and name. */
export class Profiler {
  readonly #script: string;
  readonly #sourceOf: SourceOf;
  readonly #session = new Session();

  /** Of a script by its address, a `file:` URL. */
  constructor(script: string) {
    this.#script = script;
    this.#sourceOf = new SourceOf(script);
    this.#session.connect();
  }

  /** To be awaited before the script is imported: blocks of code are told apart when it is compiled. */
  async start(): Promise<void> {
    await this.#session.post('Profiler.enable');
    await this.#session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  }

  /** What a program does each time, by function. Builtins count for the function that calls them. */
  async workOf(program: Program): Promise<WorkByFunction> {
    const work: Record<string, Work> = {};
    const add = (name: string, more: Partial<Work>): void => {
      work[name] = combine(work[name] ?? noWork, { ...noWork, ...more }, (one, other) => one + other);
    };
    await program(warmUp);
    await this.#addCalls(program, add);
    await this.#addAllocations(program, add);
    const each = (total: Work): Work => combine(total, noWork, (part) => part / counted);
    return Object.fromEntries(Object.entries(work).map(([name, total]) => [name, each(total)]));
  }

  async #addCalls(program: Program, add: (name: string, more: Partial<Work>) => void): Promise<void> {
    await this.#session.post('Profiler.takePreciseCoverage');
    await program(counted);
    const { result } = await this.#session.post('Profiler.takePreciseCoverage');
    for (const { functions } of result.filter(({ url }) => url === this.#script)) {
      for (const { functionName, ranges } of functions) {
        const blocks = ranges.reduce((sum, { count }) => sum + count, 0);
        const { startOffset, count: calls } = ranges[0]!;
        if (blocks > 0) add(nameOf(this.#sourceOf.offset(startOffset), functionName), { calls, blocks });
      }
    }
  }

  async #addAllocations(program: Program, add: (name: string, more: Partial<Work>) => void): Promise<void> {
    const garbageToo = { includeObjectsCollectedByMajorGC: true, includeObjectsCollectedByMinorGC: true };
    await this.#session.post('HeapProfiler.startSampling', { samplingInterval: 1, ...garbageToo });
    await program(counted);
    const { profile } = await this.#session.post('HeapProfiler.stopSampling');
    const { head, samples } = profile as Allocations;
    const owners = new Map<number, string>();
    this.#findOwners(head, undefined, owners);
    for (const { nodeId, size } of samples) {
      const owner = owners.get(nodeId);
      if (owner) add(owner, { objects: 1, bytes: size });
    }
  }

  /** Finds which function of the script allocates at a node of the profile: itself, or by what it calls of the engine's. */
  #findOwners(node: AllocationNode, caller: string | undefined, owners: Map<number, string>): void {
    const { url, functionName, lineNumber, columnNumber } = node.callFrame;
    const isOurs = url === this.#script;
    const owner = isOurs
      ? nameOf(this.#sourceOf.position(lineNumber, columnNumber), functionName)
      : url === ''
        ? caller
        : undefined;
    if (owner) owners.set(node.id, owner);
    for (const child of node.children) this.#findOwners(child, owner, owners);
  }
}

function nameOf(source: string, functionName: string): string {
  return `${source} ${functionName || '(anonymous)'}`;
}
