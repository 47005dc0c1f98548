import { randomFrom } from '../../measure/random.ts';
import type { Probe } from './probe.ts';
import type { Register } from './registers.ts';

/** Where so many have subscribed, one of them, whichever, leaves and another one comes. */
export function churnProbe({ subscribe, emit }: Register, subscribers: number): Probe {
  let called = 0;
  const join = (): (() => void) =>
    subscribe(() => {
      called++;
    });
  const stops = Array.from({ length: subscribers }, join);
  const random = randomFrom(subscribers);
  return {
    async run(times) {
      const leaving = Array.from({ length: times }, () => Math.floor(random() * subscribers));
      const begun = performance.now();
      for (const place of leaving) {
        stops[place]!();
        stops[place] = join();
      }
      const time = performance.now() - begun;
      called = 0;
      emit();
      if (called !== subscribers) throw new Error(`${called} of ${subscribers} subscribers heard the event.`);
      return time;
    },
    close() {
      for (const stop of stops) stop();
    },
  };
}
