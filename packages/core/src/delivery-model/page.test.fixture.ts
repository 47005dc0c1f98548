import type { Retain } from '../define-event.ts';

/** Who is on the page of the model. A second copy of Busbar brings `profile` and `badge`, of which one has the name of `cart`. */
export const actors = {
  shell: { source: 'shell' },
  cart: { source: 'cart', parent: 'shell' },
  checkout: { source: 'checkout', parent: 'shell', publish: ['test:noted', 'test:kept'], subscribe: ['test:*'] },
  profile: { source: 'profile', isOfSecondCopy: true },
  badge: { source: 'cart', parent: 'profile', isOfSecondCopy: true },
} as const satisfies Record<string, Actor>;

export interface Actor {
  readonly source: string;
  /** Whose scope it is. */
  readonly parent?: string;
  readonly isOfSecondCopy?: boolean;
  readonly publish?: readonly string[];
  readonly subscribe?: readonly string[];
}

export type ActorName = keyof typeof actors;

/** The events of the page: how many are retained, how long they live, how many there may be. */
export const eventTypes = {
  'test:noted': {},
  'test:kept': { retain: 'latest' },
  'test:listed': { retain: 2 },
  'test:keyed': { retain: { last: 1, by: ({ key }: { key: string }) => key } },
  'test:brief': { retain: 'latest', ttl: 30 },
  'test:rare': { rate: { limit: 2, per: 50, burst: 2 } },
  'other:noted': {},
} as const satisfies Record<string, Traits>;

export interface Traits {
  readonly retain?: Retain<{ key: string }>;
  readonly ttl?: number;
  readonly rate?: { readonly limit: number; readonly per: number; readonly burst: number };
}

export type EventType = keyof typeof eventTypes;

/** The bus that a scope was made from, at last. */
export function rootOf(name: ActorName): ActorName {
  const { parent }: Actor = actors[name];
  return parent ? rootOf(parent as ActorName) : name;
}

/** The number of an event from elsewhere, and its id. */
export function foreignNumber(index: number): number {
  return 1_000 + index;
}

export function idOf(index: number): string {
  return `elsewhere-${index}`;
}
