import { describe, expect, it } from 'vitest';
import { maskPayload } from './mask-payload.ts';

describe('maskPayload', () => {
  it('shows the shape and none of the values', () => {
    const masked = maskPayload({ name: 'Ada', age: 36, seen: true, streets: [{ line: 'Main street' }] });
    expect(masked).toEqual({ name: '•••', age: '•••', seen: '•••', streets: [{ line: '•••' }] });
  });

  it('leaves what is empty empty', () => {
    expect(maskPayload({ name: null, list: [] })).toEqual({ name: null, list: [] });
    expect(maskPayload(undefined)).toBeUndefined();
  });
});
