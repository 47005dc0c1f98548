import type { Lifecycle } from '../contracts/described-contract.ts';
import type { ExportedContract } from './exported-contract.ts';

/** What is known about a contract beside its schemas, as plain data; what is not known is left out. */
export function contractFacts(contract: ExportedContract): Record<string, unknown> {
  const { type, version, summary, owner, tags, lifecycle, rules, unseen, casts, retain, dom, ttl } = contract;
  const facts = {
    event: type,
    version,
    summary,
    owner,
    tags: filled(tags),
    lifecycle,
    rules: filled(rules),
    unseen: filled(unseen),
    casts: casts.up.length + casts.down.length > 0 ? casts : undefined,
    retain,
    dom,
    ttl,
    emitters: filled(contract.emitters),
    listeners: filled(contract.listeners),
    hash: contract.hash,
    library: contract.library,
  };
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
}

/** The facts with the prefix of extensions: `x-owner`. */
export function extensionsOf(contract: ExportedContract): Record<string, unknown> {
  return Object.fromEntries(Object.entries(contractFacts(contract)).map(([name, value]) => [`x-${name}`, value]));
}

/** The facts as lines of text for comments, without the summary: `owner: team-cart`. */
export function factLines(contract: ExportedContract): string[] {
  return Object.entries(contractFacts(contract))
    .filter(([name]) => name !== 'summary')
    .map(([name, value]) => `${name}: ${factText(value)}`);
}

/** A fact as text: texts and lists of them as they are, the rest as JSON. */
export function factText(value: unknown): string {
  const texts = Array.isArray(value) ? value : [value];
  return texts.every((text) => typeof text === 'string') ? texts.join(', ') : JSON.stringify(value);
}

/** Where a contract is in its life, in words, or undefined where nobody has to do anything. */
export function deprecationOf(lifecycle: Lifecycle): string | undefined {
  if (typeof lifecycle === 'string') return undefined;
  const { deprecated, successor } = lifecycle;
  return `Leave it by ${deprecated}${successor === undefined ? '' : ` for ${successor}`}.`;
}

function filled<Item>(list: readonly Item[] | undefined): readonly Item[] | undefined {
  return list?.length ? list : undefined;
}
