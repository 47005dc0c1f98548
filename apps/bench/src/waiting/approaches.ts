/** The ways in which the services work together, as they are told of. Each has a folder of its name. */
export const approaches = [
  { name: 'calls', title: 'Waiting calls' },
  { name: 'best-calls', title: 'Calls at their best' },
  { name: 'events', title: 'Saga on events' },
] as const;

export type ApproachName = (typeof approaches)[number]['name'];
