import { expect, test } from 'vitest';
import { type Delivery, deliveryFields, emptyDelivery } from './delivery.ts';
import { validateDelivery } from './validate-delivery.ts';

const good: Delivery = {
  name: 'Aoife Byrne',
  email: 'aoife@example.ie',
  street: '12 Fade Street',
  postcode: 'D02 X285',
  city: 'Dublin',
};

test('a complete address has no problem', () => {
  expect(validateDelivery(good)).toEqual({});
});

test('each empty answer is a problem of its own', () => {
  expect(Object.keys(validateDelivery(emptyDelivery))).toEqual(deliveryFields);
});

test('blanks are no answer', () => {
  expect(validateDelivery({ ...good, city: '   ' })).toEqual({ city: 'Enter your town or city' });
});

test.each(['aoife', 'aoife@', '@example.ie', 'aoife@example', 'a b@example.ie', 'a@b@example.ie', 'aoife@example.'])(
  '%s is no email address',
  (email) => {
    expect(validateDelivery({ ...good, email })).toEqual({ email: 'Enter an email address like name@example.ie' });
  },
);

test.each(['D02 X285', 'd02x285', '1012 AB', '10115', '00-950', 'EC1A 1BB'])('%s is a postcode', (postcode) => {
  expect(validateDelivery({ ...good, postcode })).toEqual({});
});

test.each(['D', 'D02_X285', '12345678901', '-1234'])('%s is no postcode', (postcode) => {
  expect(validateDelivery({ ...good, postcode })).toHaveProperty('postcode');
});

test('an answer fits on a label', () => {
  expect(validateDelivery({ ...good, street: 'x'.repeat(81) })).toEqual({ street: 'Use at most 80 characters' });
});

test('blanks around an answer do no harm', () => {
  expect(validateDelivery({ ...good, email: ' aoife@example.ie ' })).toEqual({});
});
