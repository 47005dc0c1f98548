import { createElement, type ReactElement, type ReactNode } from 'react';

/** The frame of one section. */
export function section(name: string, title: string, ...content: ReactNode[]): ReactElement {
  return createElement('section', { 'data-section': name, 'aria-label': title }, createElement('h2', {}, title), ...content);
}
