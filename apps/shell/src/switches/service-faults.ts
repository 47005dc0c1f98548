import type { Bus, EventOf } from '@busbar/core';
import { shell } from 'contracts';
import { type Fault, faultSwitch } from './fault-switch.ts';

type ServiceFault = EventOf<typeof shell.serviceFaultSwitched>['data']['fault'];

const faults: readonly Fault<ServiceFault>[] = [
  {
    fault: 'payment-fails',
    label: 'Payment fails',
    hint: 'Payment declines whatever is to be paid.',
    on: 'Payment now declines everything. An order that comes so far is undone.',
    off: 'Payment takes money again.',
  },
  {
    fault: 'stock-stalls',
    label: 'Stock times out',
    hint: 'Stock reserves, and its answer never arrives.',
    on: 'Stock now answers nobody. An order waits for its patience to end, and is undone.',
    off: 'Stock answers again.',
  },
  {
    fault: 'confirmation-twice',
    label: 'Confirmation is sent twice',
    hint: 'The same confirmation is issued again, as after an answer that was lost.',
    on: 'Each confirmation is now issued twice. The customer is to hear of it once.',
    off: 'Each confirmation is issued once.',
  },
  {
    fault: 'reload-midway',
    label: 'Reload in the middle',
    hint: 'Loads the page anew as soon as the next order has its stock; once.',
    on: 'The page is loaded anew as soon as the next order has its stock, before anything is paid.',
    off: 'The page stays.',
  },
];

/** The switches that make something go wrong behind an order. */
export function serviceFaults(bus: Bus, say: (text: string) => void): HTMLElement[] {
  return faults.map((fault) => {
    const isAbout = ({ data }: EventOf<typeof shell.serviceFaultSwitched>) => data.fault === fault.fault;
    return faultSwitch({
      fault,
      say,
      tell: (on) => bus.emit(shell.serviceFaultSwitched, { fault: fault.fault, on }),
      hear: (heard) => bus.on(shell.serviceFaultSwitched, ({ data }) => heard(data.on), { where: isAbout }),
    });
  });
}
