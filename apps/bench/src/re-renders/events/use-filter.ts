import { useEmit } from '@busbar/react';
import { useState } from 'react';
import { search } from './contracts.ts';

/** The text in the search box, which keeps it to itself and tells the others about it. */
export function useFilter(): readonly [filter: string, setFilter: (text: string) => void] {
  const [filter, setFilter] = useState('');
  const tell = useEmit(search.filterChanged);
  const change = (text: string): void => {
    setFilter(text);
    tell({ text });
  };
  return [filter, change];
}
