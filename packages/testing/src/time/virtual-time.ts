import { withGlobal } from '@sinonjs/fake-timers';
import { type FakeClock, installedClock, passTime } from './fake-clock.ts';

/** Time that passes when somebody says so, for all who take part in it. */
export interface VirtualTime {
  /** Lets time pass, from timer to timer; `settle` is waited for after each. */
  advance(milliseconds: number, settle: () => Promise<void>): Promise<void>;
  /** Gives the page its own time back when nobody takes part any more, unless it was virtual before. */
  leave(): void;
}

let ours: { readonly clock: FakeClock & { uninstall(): unknown }; users: number } | undefined;

/** Takes part in virtual time: in that of a clock that is installed, else in one of a new clock, which begins now. */
export function enterVirtualTime(): VirtualTime {
  const clock = installedClock() ?? install();
  const isOurs = ours?.clock === clock;
  if (isOurs) ours!.users++;
  return {
    async advance(milliseconds, settle) {
      if (!Number.isSafeInteger(milliseconds) || milliseconds < 0)
        throw new TypeError(`advance takes whole milliseconds from 0 on, not ${milliseconds}.`);
      if (installedClock() !== clock)
        throw new Error('The fake timers of this test bus were taken away: dispose of it before you go back to real timers.');
      await passTime(clock, milliseconds, settle);
    },
    leave() {
      if (!isOurs || --ours!.users > 0) return;
      ours!.clock.uninstall();
      ours = undefined;
    },
  };
}

/** Everything that time is read from or waited for by, but for microtasks: promises go on by themselves. */
function install(): FakeClock {
  if ((Date as { isFake?: boolean }).isFake)
    throw new Error(
      'Fake timers are installed that leave `setTimeout` alone. Let them fake it, or install none: `time: "virtual"` does.',
    );
  const clock = withGlobal(globalThis).install({
    now: Date.now(),
    toNotFake: ['nextTick', 'queueMicrotask'],
    shouldClearNativeTimers: true,
  });
  ours = { clock, users: 0 };
  return clock;
}
