import { isPriced, type Line } from 'contracts';
import type { ReactElement } from 'react';

const list = new Intl.ListFormat('en-IE', { type: 'conjunction' });

/** Names the lines that have no price; nothing where all have one. */
export function UnpricedNote({ lines }: { lines: readonly Line[] }): ReactElement | null {
  const unpriced = lines.filter((line) => !isPriced(line));
  if (unpriced.length === 0) return null;
  return (
    <p className="note note-warning">
      Not in the subtotal, since no price is known: {list.format(unpriced.map(({ name }) => name))}.
    </p>
  );
}
