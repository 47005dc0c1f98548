import { expect, it } from 'vitest';
import { recordedError } from './recorded-error.ts';

it('says of an error all but details that JSON cannot say', () => {
  const circle = {};
  Object.assign(circle, { circle });
  const cause = Object.assign(new RangeError('too many'), { details: circle });
  const error = Object.assign(new Error('no', { cause }), { code: 'handler-failed', details: { limit: 5n } });
  expect(recordedError(error)).toEqual({
    name: 'Error',
    message: 'no',
    code: 'handler-failed',
    details: { limit: '5' },
    cause: { name: 'RangeError', message: 'too many' },
  });
});

it('says what it can of what is thrown and no error, or cannot be read', () => {
  const unreadable = new Proxy({}, { get: () => expect.fail() });
  const messages = ['out of ink', null, undefined].map((thrown) => recordedError(thrown).message);
  expect(messages).toEqual(['out of ink', 'null', 'undefined']);
  expect(recordedError(unreadable)).toEqual({ name: 'Error', message: 'an error that cannot be read' });
});
