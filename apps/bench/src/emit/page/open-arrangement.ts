import { createBus, defineEvent } from '@busbar/core';
import * as z from 'zod';
import { busbar } from '../../contestants/busbar.ts';
import type { BusbarSetting } from '../../contestants/busbar-setting.ts';
import type { Course, Handle } from '../../contestants/contestant.ts';
import { contestantNamed } from '../../contestants/contestants.ts';
import type { Arrangement } from '../cell.ts';
import { openCopies } from './open-copies.ts';

/** Sets up on this page what a cell of the plan is about. */
export async function openArrangement(arrangement: Arrangement, handle: Handle): Promise<Course> {
  switch (arrangement.kind) {
    case 'contestant':
      return contestantNamed(arrangement.name).open(arrangement.subscribers, handle);
    case 'copies':
      return openCopies(arrangement.subscribers, handle);
    case 'pattern':
      return busbar(patternSetting(arrangement.pattern)).open(arrangement.subscribers, handle);
    case 'contracts':
      makeKnown(arrangement.known);
      return busbar({ dom: arrangement.dom, delivery: 'sync' }).open(arrangement.subscribers, handle);
  }
}

function patternSetting(pattern: string | undefined): BusbarSetting {
  return { dom: 'off', delivery: 'sync', ...(pattern && { pattern }) };
}

/** Makes contracts known to the page, once, as ten teams would; each has a schema of its own. */
function makeKnown(contracts: number): void {
  if (window.contractsKnown) return;
  window.contractsKnown = contracts;
  for (let team = 0; team < 10; team++) {
    const known = Array.from({ length: contracts / 10 }, (_each, index) => {
      const schema = z.object({ id: z.string(), amount: z.number().positive(), note: z.string(), urgent: z.boolean() });
      return defineEvent(`team${team}:happened${index}`, { version: 1, schema });
    });
    createBus({ source: `team${team}`, contracts: known });
  }
}
