import type { Bus } from '@busbar/core';
import { shell } from 'contracts';
import { element } from '../dom/element.ts';

/** A fault that a micro-frontend has when it is told to. */
export interface Fault {
  readonly fault: 'profile-throws' | 'checkout-slow';
  readonly label: string;
  readonly hint: string;
  /** What is said when it is switched on, and off. */
  readonly on: string;
  readonly off: string;
}

/** A switch that tells a micro-frontend to misbehave, and shows what was told last, whoever told it. */
export function faultSwitch(bus: Bus, { fault, label, hint, on, off }: Fault, say: (text: string) => void): HTMLElement {
  const id = `switch-${fault}`;
  const button = element('button', {
    type: 'button',
    class: 'switch',
    role: 'switch',
    'aria-checked': 'false',
    'aria-labelledby': `${id}-label`,
    'aria-describedby': `${id}-hint`,
    onclick: () => bus.emit(shell.faultSwitched, { fault, on: button.getAttribute('aria-checked') !== 'true' }),
  });

  bus.on(
    shell.faultSwitched,
    ({ data }) => {
      button.setAttribute('aria-checked', String(data.on));
      say(data.on ? on : off);
    },
    { where: ({ data }) => data.fault === fault },
  );
  const words = element(
    'div',
    {},
    element('p', { class: 'switch-label', id: `${id}-label` }, label),
    element('p', { class: 'muted', id: `${id}-hint` }, hint),
  );
  return element('div', { class: 'switch-row' }, words, button);
}
