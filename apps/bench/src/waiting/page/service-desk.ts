import type { Occupation, Plan, Service } from '../plan.ts';

/** One service of the page: it takes so many orders at a time, and has a backend that does the work. */
export interface ServiceDesk {
  /** Runs a task in one of the places, as soon as one is free. */
  hold(order: string, task: () => Promise<void>): Promise<void>;
  /** Has the backend do its part of an order; rejects where it says no. */
  work(order: string): Promise<void>;
  /** Has the backend take its part back. */
  undo(order: string): Promise<void>;
}

/** Opens the desk of a service. Every hold is noted when it ends. */
export function openDesk(service: Service, plan: Plan, occupation: Occupation): ServiceDesk {
  const waiting: (() => void)[] = [];
  let free = plan.places;

  async function hold(order: string, task: () => Promise<void>): Promise<void> {
    if (free > 0) free--;
    else await new Promise<void>((resolve) => void waiting.push(resolve));
    const began = performance.now();
    let failed = true;
    occupation.busy++;
    try {
      await task();
      failed = false;
    } finally {
      occupation.busy--;
      occupation.holds.push({ service, order, held: performance.now() - began, failed });
      const next = waiting.shift();
      if (next) next();
      else free++;
    }
  }

  async function ask(order: string, what: 'do' | 'undo'): Promise<void> {
    const words = new URLSearchParams({
      order,
      what,
      delay: String(plan.delays[service]),
      no: String(plan.refusing === service),
    });
    const { ok } = await fetch(`/services/${service}?${words}`, { method: 'POST' });
    if (!ok) throw new Error(`${service} says no to ${order}.`);
  }

  return { hold, work: (order) => ask(order, 'do'), undo: (order) => ask(order, 'undo') };
}
