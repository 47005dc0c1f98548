'use client';

import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { createSelection, type Look } from './selection.ts';
import type { Source } from './source.ts';

/** Gives what a component selects of a source, and renders again when `compare` finds that another. */
export function useSource(source: Source, { initial, select, compare }: Look = {}): unknown {
  const [selection] = useState(createSelection);
  const pick = useMemo(() => selection.of(source, select, compare), [selection, source, select, compare]);
  const selected = useSyncExternalStore(
    source.subscribe,
    () => pick(source.get(initial)),
    () => pick(source.getOnServer(initial)),
  );
  useEffect(() => selection.show(source, selected), [selection, source, selected]);
  return selected;
}
