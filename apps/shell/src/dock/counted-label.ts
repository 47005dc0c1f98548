import { element } from '../dom/element.ts';

/** A label with a count behind it, and the function that changes the count; nothing is shown for none. `what` is counted, for who does not see. */
export function countedLabel(text: string, kind = '', what = ''): { label: Node; count: (count: number) => void } {
  const badge = element('span', { class: `badge ${kind}`, hidden: true });
  const count = (number: number): void => {
    badge.replaceChildren(String(number), element('span', { class: 'visually-hidden' }, what));
    badge.hidden = number === 0;
  };
  return { label: element('span', { class: 'counted-label' }, text, ' ', badge), count };
}
