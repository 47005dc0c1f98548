/** What the model notes when it is at work; a property test that leaves one of them out proves nothing about it. */
export const rules = [
  // What becomes of an event.
  'offered',
  'unheard',
  'replayed',
  'adopted',
  'adopted already',
  'cast',
  'delivered',
  'delivered by the second copy',
  'declined by where',
  'declined as a duplicate',
  'declined while busy',
  'abandoned for a newer event',
  'abandoned while waiting',
  'abandoned while running',
  'dead: invalid',
  'dead: forbidden',
  'dead: incompatible',
  'dead: expired',
  'dead: failed',
  'dead: refused',
  'dead: overflow',
  'dead: rate-exceeded',
  'dead: too-many-hops',
  'dead: dropped',
  'dead: rejected',
  // When handlers run.
  'called by delivery: microtask',
  'called by delivery: sync',
  'called by delivery: task',
  'called by delivery: frame',
  'called by delivery: idle',
  'waited behind a busy handler',
  'handled in parallel',
  // When they fail.
  'timed out',
  'retried',
  'not retried behind an open breaker',
  // Past the bound.
  'overflow: drop-oldest',
  'overflow: latest-by-key',
  // Dead letters.
  'redriven to who missed it',
  'redriven after a remount',
  'redriven to everybody',
  'redriven in vain',
  'discarded',
  'let go of by a full box',
] as const;

export type Rule = (typeof rules)[number];
