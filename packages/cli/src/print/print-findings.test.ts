import { expect, it } from 'vitest';
import { pageFor } from './page.ts';
import type { PlacedFinding } from './placed-finding.ts';
import { countFindings, plural, printFindings } from './print-findings.ts';

const page = pageFor({ env: {}, isTerminal: false, columns: 60 });

function finding(more: Partial<PlacedFinding>): PlacedFinding {
  return {
    code: 'never-heard',
    severity: 'info',
    contract: 'cart:changed',
    message: 'Nobody listens.',
    advice: 'Name who does.',
    ...more,
  };
}

it('groups findings by contract, each with its sentence, the advice and the place', () => {
  const findings = [
    finding({
      severity: 'error',
      code: 'contract-removed',
      message: 'It is gone, and somebody who is known still listens to it.',
    }),
    finding({ contract: 'cart:itemAdded', file: '/shop/src/cart.ts', line: 4, column: 2 }),
  ];
  expect(printFindings(findings, page, '/shop')).toBe(`cart:changed
  error    It is gone, and somebody who is known still
           listens to it.
           → Name who does.
           contract-removed

cart:itemAdded
  info     Nobody listens.
           → Name who does.
           src/cart.ts:4  never-heard`);
});

it('leaves out notes where there are many, but no warning', () => {
  const notes = Array.from({ length: 30 }, (_, index) => finding({ contract: `cart:changed${index}` }));
  const text = printFindings([...notes, finding({ severity: 'warning', contract: 'cart:last' })], page, '/shop');
  expect(text).toContain('And 10 notes more: --json has all.');
  expect(text).toContain('cart:last');
  expect(text).not.toContain('cart:changed20');
});

it('counts what there is', () => {
  const findings = [finding({}), finding({ severity: 'error' }), finding({ severity: 'error' })];
  expect(countFindings(findings)).toBe('2 errors, 1 note');
  expect(countFindings([])).toBe('nothing found');
});

it.each([
  [1, '1 contract'],
  [0, '0 contracts'],
  [1_234_567, '1,234,567 contracts'],
])('writes %i as %s', (count, text) => {
  expect(plural(count, 'contract')).toBe(text);
});
