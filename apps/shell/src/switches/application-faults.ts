import type { Bus, EventOf } from '@busbar/core';
import { shell } from 'contracts';
import { type Fault, faultSwitch } from './fault-switch.ts';

type ApplicationFault = EventOf<typeof shell.faultSwitched>['data']['fault'];

const faults: readonly Fault<ApplicationFault>[] = [
  {
    fault: 'profile-throws',
    label: 'Profile throws',
    hint: 'Every handler of profile fails.',
    on: 'Profile now throws at whatever it hears. Cart, checkout and products go on.',
    off: 'Profile is well again. It takes in what it missed.',
  },
  {
    fault: 'checkout-slow',
    label: 'Checkout is slow',
    hint: 'Its page takes two seconds for each event. What it keeps of orders is not delayed.',
    on: 'Checkout now takes two seconds for each event. The cart answers as fast as before.',
    off: 'Checkout is as fast as ever.',
  },
];

/** The switches that tell a micro-frontend to misbehave. */
export function applicationFaults(bus: Bus, say: (text: string) => void): HTMLElement[] {
  return faults.map((fault) => {
    const isAbout = ({ data }: EventOf<typeof shell.faultSwitched>) => data.fault === fault.fault;
    return faultSwitch({
      fault,
      say,
      tell: (on) => bus.emit(shell.faultSwitched, { fault: fault.fault, on }),
      hear: (heard) => bus.on(shell.faultSwitched, ({ data }) => heard(data.on), { where: isAbout }),
    });
  });
}
