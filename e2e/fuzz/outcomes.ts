/** What has to come about in any run of some thousand inputs, or it shows nothing. */
export const outcomes: readonly string[] = [
  'delivered',
  'declined',
  'dead letters: invalid',
  'dead letters: forbidden',
  'dead letters: incompatible',
  'dead letters: expired',
  'dead letters: failed',
  'dead letters: refused',
  'dead letters: overflow',
  'dead letters: rejected',
  'dead letters: dropped',
];
