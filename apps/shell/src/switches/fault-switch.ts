import { element } from '../dom/element.ts';

/** A fault in words. */
export interface Fault<Name extends string = string> {
  readonly fault: Name;
  readonly label: string;
  readonly hint: string;
  /** What is said when it is switched on, and off. */
  readonly on: string;
  readonly off: string;
}

/** How a switch is connected to who has the fault. */
export interface FaultWire {
  readonly fault: Fault;
  /** Tells whoever has the fault. */
  tell(on: boolean): void;
  /** Calls `heard` with what was told, whoever told it. */
  hear(heard: (on: boolean) => void): void;
  say(text: string): void;
}

/** A switch that tells somebody to misbehave, and shows what was told last, whoever told it. */
export function faultSwitch({ fault, tell, hear, say }: FaultWire): HTMLElement {
  const id = `switch-${fault.fault}`;
  const button = element('button', {
    type: 'button',
    class: 'switch',
    role: 'switch',
    'aria-checked': 'false',
    'aria-labelledby': `${id}-label`,
    'aria-describedby': `${id}-hint`,
    onclick: () => tell(button.getAttribute('aria-checked') !== 'true'),
  });
  hear((on) => {
    button.setAttribute('aria-checked', String(on));
    say(on ? fault.on : fault.off);
  });
  const words = element(
    'div',
    {},
    element('p', { class: 'switch-label', id: `${id}-label` }, fault.label),
    element('p', { class: 'muted', id: `${id}-hint` }, fault.hint),
  );
  return element('div', { class: 'switch-row' }, words, button);
}
