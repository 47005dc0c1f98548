import { vi } from 'vitest';
import type { Sight } from './describe.test.fixture.ts';
import type { Busbar } from './page-contracts.test.fixture.ts';
import type { Program, Step } from './program.test.fixture.ts';
import { RealPage } from './real-page.test.fixture.ts';
import { settle, startVirtualClock, type VirtualClock } from './virtual-clock.test.fixture.ts';

/** What is seen of the bus itself after each of the first so many steps of a program. */
export async function runBus(copies: readonly [Busbar, Busbar], program: Program, length: number): Promise<Sight[]> {
  const clock = startVirtualClock();
  vi.spyOn(Math, 'random').mockReturnValue(program.chance);
  try {
    const page = new RealPage(copies, program);
    const sights: Sight[] = [];
    for (const step of program.steps.slice(0, length)) {
      await take(page, clock, step);
      sights.push(page.witness.look());
    }
    return sights;
  } finally {
    vi.unstubAllGlobals();
  }
}

async function take(page: RealPage, clock: VirtualClock, step: Step): Promise<void> {
  if (step.do === 'mount') page.mount(step.as);
  else if (step.do === 'set clock') clock.set(step.by);
  else if (step.do === 'pass') await clock.pass(step.ms);
  else if (step.do === 'all at once') for (const action of step.actions) page.act(action);
  else page.act(step);
  await settle();
}
