import { element } from '../dom/element.ts';

/** A label with a count behind it, and the function that changes the count; nothing is shown for none. */
export function countedLabel(text: string, kind = ''): { label: Node; count: (count: number) => void } {
  const badge = element('span', { class: `badge ${kind}`, hidden: true });
  const count = (number: number): void => {
    badge.textContent = String(number);
    badge.hidden = number === 0;
  };
  return { label: element('span', { class: 'counted-label' }, text, ' ', badge), count };
}
