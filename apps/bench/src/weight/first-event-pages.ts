/** The pages whose first event is measured, as they are told of, by the names of their modules in `page`. */
export const firstEventPages = {
  'custom-event': 'Bare CustomEvent',
  mitt: 'mitt',
  postal: 'postal 3',
  trutoo: 'Trutoo event-bus',
  zod: 'Zod alone',
  eventify: 'eventify + Zod',
  'busbar-by-hand': 'Busbar, no library',
  'busbar-with-valibot': 'Busbar + Valibot',
  'busbar-with-zod-mini': 'Busbar + zod/mini',
  'busbar-with-zod': 'Busbar + Zod',
} as const;

export type FirstEventPage = keyof typeof firstEventPages;
export const firstEventPageNames = Object.keys(firstEventPages) as FirstEventPage[];
