'use client';

import * as React from 'react';
import { type Look, selecting, shown } from './selection.ts';

/** A value that changes: any `Readable` is one. */
export interface Source {
  get(): unknown;
  subscribe(notify: () => void): () => void;
}

/**
 * Gives what a component selects of a source, and renders again when `compare` finds that another.
 *
 * @param get What it holds now.
 * @param getOnServer What it holds on a server, and on a page while it takes over what a server rendered.
 */
export function useSource(source: Source, { select, compare }: Look = {}, get = () => source.get(), getOnServer = get): unknown {
  const subscribe = React.useMemo(() => (notify: () => void) => source.subscribe(notify), [source]);
  const pick = React.useMemo(() => selecting(subscribe, select, compare), [subscribe, select, compare]);
  const selected = React.useSyncExternalStore(
    subscribe,
    () => pick(get()),
    () => pick(getOnServer()),
  );
  React.useEffect(() => void shown.set(subscribe, { selected }), [subscribe, selected]);
  return selected;
}
