/** The services of the chain, in the order in which they wait for each other. */
export const services = ['order', 'payment', 'fraud', 'inventory'] as const;
export type Service = (typeof services)[number];

/** How the services behave in one run. */
export interface Plan {
  /** How long each takes to answer, in milliseconds. */
  readonly delays: Readonly<Record<Service, number>>;
  /** The one that says no to every order. */
  readonly refusing?: Service;
  /** How many orders each takes at a time. */
  readonly places: number;
  /** How many customers order, a tenth of a second after each other. */
  readonly customers: number;
}

/** What customers are told of their order. */
export type Answer = 'received' | 'confirmed' | 'cancelled';

/** An answer, and when it came: in milliseconds after the customer pressed the button. */
export interface GivenAnswer {
  readonly order: string;
  readonly answer: Answer;
  readonly after: number;
}

/** How long a service was occupied with an order, in milliseconds, and whether its call failed. */
export interface Hold {
  readonly service: Service;
  readonly order: string;
  readonly held: number;
  readonly failed: boolean;
}

/** What the services of a page have been occupied with, and how many of them are still. */
export interface Occupation {
  readonly holds: Hold[];
  busy: number;
}
