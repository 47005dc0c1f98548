import { expect, it } from 'vitest';
import { annotationsOf, formatAnnotation } from './github.ts';

const place = { file: '/repo/apps/src/cart.ts', line: 4, column: 2 };
const env = { GITHUB_WORKSPACE: '/repo' };

it('writes a path from the root of the repository, with line and column', () => {
  const annotation = { kind: 'error', title: 'Broken', message: 'It is.', ...place } as const;
  expect(formatAnnotation(annotation, env)).toBe('::error file=apps/src/cart.ts,line=4,col=2,title=Broken::It is.');
});

it('escapes what would end the message or a property', () => {
  const annotation = { kind: 'warning', title: 'cart:a,b 100%', message: '50 %\r\nof: a, b' } as const;
  expect(formatAnnotation(annotation, env)).toBe('::warning title=cart%3Aa%2Cb 100%25::50 %25%0D%0Aof: a, b');
});

it('begins with the worst', () => {
  const finding = { code: 'never-heard', contract: 'cart:changed', message: 'm', advice: 'a' } as const;
  const kinds = annotationsOf([
    { ...finding, severity: 'info' },
    { ...finding, severity: 'error' },
    { ...finding, severity: 'warning' },
  ]).map(({ kind }) => kind);
  expect(kinds).toEqual(['error', 'warning', 'notice']);
});
