/** The ways in which the page is built, as they are told of. Each has a folder of its name. */
export const variants = [
  { name: 'store-usual', title: 'One store, as usual' },
  { name: 'store-tuned', title: 'One store, tuned' },
  { name: 'events-plain', title: 'Busbar, plain' },
  { name: 'events-tuned', title: 'Busbar, tuned' },
] as const;

export type VariantName = (typeof variants)[number]['name'];
