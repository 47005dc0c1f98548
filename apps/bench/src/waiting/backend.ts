import type { Respond } from '../measure/serve-folder.ts';
import { type Service, services } from './plan.ts';

/** The backends of the four services: each answers after the time that it is told, and remembers which orders it has worked on. */
export interface Backend {
  readonly respond: Respond;
  /** How many orders each service has on its books. Empties the books. */
  close(): Record<Service, number>;
}

/** Opens the books of the backends. */
export function openBackend(): Backend {
  const books = new Map(services.map((service) => [service, new Set<string>()]));

  function respond({ pathname, searchParams }: URL, response: Parameters<Respond>[1]): boolean {
    const book = books.get(pathname.replace('/services/', '') as Service);
    if (!book) return false;
    const order = searchParams.get('order')!;
    const refused = searchParams.get('no') === 'true';
    setTimeout(
      () => {
        if (searchParams.get('what') === 'undo') book.delete(order);
        else if (!refused) book.add(order);
        response.writeHead(refused ? 409 : 204).end();
      },
      Number(searchParams.get('delay')),
    );
    return true;
  }

  function close(): Record<Service, number> {
    const counted = Object.fromEntries([...books].map(([service, book]) => [service, book.size]));
    for (const book of books.values()) book.clear();
    return counted as Record<Service, number>;
  }

  return { respond, close };
}
