import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type CopyBounds, plainCopy } from './plain-copy.ts';

/** What a payload is made of: plain data, and what is refused. */
type Part =
  | { readonly kind: 'leaf'; readonly value: unknown }
  | { readonly kind: 'back'; readonly levels: number }
  | { readonly kind: 'throw' }
  | { readonly kind: 'list'; readonly parts: readonly Part[] }
  | { readonly kind: 'record'; readonly parts: readonly (readonly [key: string, part: Part])[] };

class Line {
  sku = 'A-1';
}

const odd: unknown[] = [() => {}, Symbol('odd'), new Line(), new Date(0), Object.create({ inherited: true })];
const plain = fc.oneof(fc.string({ maxLength: 4 }), fc.integer(), fc.double(), fc.constantFrom(null, undefined, true, 2n));
const key = fc.oneof({ weight: 20, arbitrary: fc.string({ maxLength: 3 }) }, fc.constantFrom('__proto__', 'constructor'));
const { part } = fc.letrec<{ part: Part }>((tie) => ({
  part: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    { weight: 12, arbitrary: plain.map((value): Part => ({ kind: 'leaf', value })) },
    { weight: 1, arbitrary: fc.constantFrom(...odd).map((value): Part => ({ kind: 'leaf', value })) },
    { weight: 1, arbitrary: fc.constant<Part>({ kind: 'throw' }) },
    { weight: 1, arbitrary: fc.nat(3).map((levels): Part => ({ kind: 'back', levels })) },
    { weight: 6, arbitrary: fc.array(tie('part'), { maxLength: 4 }).map((parts): Part => ({ kind: 'list', parts })) },
    {
      weight: 8,
      arbitrary: fc
        .uniqueArray(fc.tuple(key, tie('part')), { maxLength: 5, selector: ([name]) => name })
        .map((parts): Part => ({ kind: 'record', parts })),
    },
  ),
}));
const bounds: fc.Arbitrary<CopyBounds> = fc.record({ depth: fc.nat(6), nodes: fc.nat(30), bytes: fc.nat(60) });
const roomy = fc.constant<CopyBounds>({ depth: 64, nodes: 10_000, bytes: 262_144 });

/** Builds a payload whose properties are all getters that take down how often they are read. */
function build(asked: Part, reads: Map<string, number>, place = 'payload', around: readonly object[] = []): unknown {
  if (asked.kind === 'leaf') return asked.value;
  if (asked.kind === 'throw') throw new Error('not yet known');
  if (asked.kind === 'back') return around.at(-1 - asked.levels) ?? around[0];
  const own: object = asked.kind === 'list' ? [] : {};
  const entries = asked.kind === 'list' ? asked.parts.map((inner, index) => [`${index}`, inner] as const) : asked.parts;
  for (const [name, inner] of entries) {
    // Quoted, since a name may hold what is between names.
    const at = `${place}/${JSON.stringify(name)}`;
    const get = (): unknown => {
      reads.set(at, (reads.get(at) ?? 0) + 1);
      return build(inner, reads, at, [...around, own]);
    };
    Object.defineProperty(own, name, { get, enumerable: true, configurable: true });
  }
  return own;
}

/** What copying comes to, told in the plainest way: the copy, or the first offence and its place. */
function expected(asked: Part, { depth, ...bound }: CopyBounds): unknown {
  const left = { ...bound };
  const refuse = (what: string, path: readonly string[]): never => {
    throw { code: `payload-${what}`, path: path.join('.') };
  };
  const spend = (text: string, path: readonly string[]): void => {
    left.bytes -= text.length * 2;
    if (left.bytes < 0) refuse('too-large', path);
  };
  const leafOf = (value: unknown, path: readonly string[]): unknown => {
    if (typeof value === 'function' || typeof value === 'symbol') return refuse(typeof value, path);
    if (typeof value === 'string') spend(value, path);
    if (typeof value !== 'object' || value === null) return value;
    return refuse(path.length >= depth ? 'too-deep' : 'class-instance', path);
  };
  const walk = (inner: Part, path: readonly string[]): unknown => {
    if (inner.kind === 'throw') return refuse('unreadable', path);
    if (--left.nodes < 0) refuse('too-many-nodes', path);
    if (inner.kind === 'back') return path.length > 0 ? refuse('cycle', path) : undefined;
    if (inner.kind === 'leaf') return leafOf(inner.value, path);
    if (path.length >= depth) refuse('too-deep', path);
    if (inner.kind === 'list') {
      if (inner.parts.length > left.nodes) refuse('too-many-nodes', path);
      return inner.parts.map((item, index) => walk(item, [...path, `${index}`]));
    }
    return Object.fromEntries(
      sorted(inner.parts).map(([name, item]) => {
        const at = [...path, name];
        if (name === '__proto__' || name === 'constructor') refuse('forbidden-key', at);
        spend(name, at);
        return [name, walk(item, at)];
      }),
    );
  };
  return walk(asked, []);
}

/** In the order of every object: whole numbers first. */
function sorted(parts: readonly (readonly [string, Part])[]): (readonly [string, Part])[] {
  const order = Object.keys(Object.fromEntries(parts));
  return order.map((name) => parts.find(([other]) => other === name)!);
}

function outcomeOf(run: () => unknown): unknown {
  try {
    return { copy: run() };
  } catch (error) {
    const { code, path } = error as { code: string; path: string | readonly unknown[] };
    return { code, path: typeof path === 'string' ? path : path.join('.') };
  }
}

it('copies or refuses whatever it is given as the plainest walk does, and reads nothing twice', () => {
  fc.assert(
    fc.property(part, fc.oneof(bounds, roomy), (asked, held) => {
      fc.pre(asked.kind !== 'throw');
      const reads = new Map<string, number>();
      const payload = build(asked, reads);
      const { depth, nodes, bytes } = held;
      const outcome = outcomeOf(() => plainCopy(payload, depth, { nodes, bytes }));
      expect(outcome).toStrictEqual(outcomeOf(() => expected(asked, held)));
      expect([...reads.values()].filter((times) => times !== 1)).toEqual([]);
    }),
    { numRuns: 1_000 },
  );
});
