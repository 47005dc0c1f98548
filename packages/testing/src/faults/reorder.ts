import type { Fault } from './fault.ts';

/** Holds events until so many have come, then delivers them newest first. */
export function reorder(type: string, group: number): Fault {
  const held: (() => void)[] = [];
  const end = (): void => {
    for (const deliver of held.splice(0).reverse()) deliver();
  };
  return {
    type,
    carry(event, deliver) {
      held.push(() => deliver(event));
      if (held.length >= group) end();
    },
    end,
  };
}
