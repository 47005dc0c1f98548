import type { Fault } from './fault.ts';

/** Delivers each event so many milliseconds later. */
export function delay(type: string, milliseconds: number): Fault {
  const held = new Set<() => void>();
  return {
    type,
    carry(event, deliver) {
      const release = (): void => {
        clearTimeout(timer);
        held.delete(release);
        deliver(event);
      };
      const timer = setTimeout(release, milliseconds);
      held.add(release);
    },
    end() {
      for (const release of [...held]) release();
    },
  };
}
