import { expect, test } from 'vitest';
import { noDetails } from './details-fields.ts';
import { validateDetails } from './validate-details.ts';

test('takes a name alone', () => {
  expect(validateDetails({ ...noDetails, name: 'Aoife' })).toEqual({});
});

test('asks for a name', () => {
  expect(validateDetails(noDetails)).toEqual({ name: 'Enter your name' });
});

test.each(['nonsense', 'a@b', 'a b@c.ie', '@c.ie', 'a@.ie'])('refuses "%s" as an email address', (email) => {
  expect(validateDetails({ ...noDetails, name: 'Aoife', email })).toEqual({ email: expect.stringContaining('name@example.ie') });
});

test.each(['a@b.ie', 'first.last+shop@mail.example.com'])('takes "%s" as an email address', (email) => {
  expect(validateDetails({ ...noDetails, name: 'Aoife', email })).toEqual({});
});
