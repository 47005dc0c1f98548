import './zoneless-test-bed.test.fixture.ts';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { fireEvent, render, screen } from '@testing-library/angular';
import { expect, test } from 'vitest';
import { cart } from './cart-contracts.test.fixture.ts';
import { injectEmit, injectEventState } from './index.ts';
import { provideBusTesting, TEST_BUS } from './testing.ts';

@Component({
  selector: 'busbar-shelf',
  template: `<output>{{ count() }}</output><button (click)="add({ sku: 'lamp' })">Add a lamp</button>`,
})
class Shelf {
  readonly count = injectEventState(cart.changed, { initial: { count: 0, total: 0 }, select: ({ count }) => count });
  readonly add = injectEmit(cart.itemAdded);
}

test('a component that Testing Library renders talks over the test bus', async () => {
  await render(Shelf, { providers: [provideBusTesting()] });
  const bus = TestBed.inject(TEST_BUS);
  bus.emit(cart.changed, { count: 2, total: 20 });
  expect((await screen.findByText('2')).tagName).toBe('OUTPUT');
  fireEvent.click(screen.getByRole('button', { name: 'Add a lamp' }));
  expect(bus.emitted(cart.itemAdded)).toMatchObject([{ data: { sku: 'lamp', quantity: 1 } }]);
});
