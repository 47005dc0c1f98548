import { afterEach, expect, test, vi } from 'vitest';
import { version } from './hub/version.ts';
import { isBusError } from './index.ts';
import { pageCopy, serves } from './page-copy.ts';
import { thrown } from './provoked-error.test.fixture.ts';
import * as scriptTag from './script-tag.ts';

afterEach(() => vi.unstubAllGlobals());

test('the copy of the page is the one that its script tag has loaded', () => {
  vi.stubGlobal('Busbar', scriptTag);
  expect(pageCopy().createBus).toBe(scriptTag.createBus);
});

test('a bundle that comes before the script tag says so', () => {
  const error = thrown(pageCopy);
  expect(isBusError(error, 'page-copy-missing') && error.details).toEqual({ ours: version });
  expect(error).toHaveProperty('message', expect.stringMatching(/Load busbar\.js by a script tag before the bundle/));
});

test.each([{ version: '99.0.0' }, { version: '0.0.9' }, {}])('a copy that lacks what a bundle needs is refused: %j', (copy) => {
  vi.stubGlobal('Busbar', copy);
  const error = thrown(pageCopy);
  expect(isBusError(error, 'page-copy-mismatch') && error.details).toEqual({ ours: version, theirs: copy.version });
});

test.each([
  ['1.4.2', '1.4.2'],
  ['1.4.0', '1.4.2'],
  ['1.10.0', '1.9.3'],
  ['2.0.0-beta.1', '2.0.0'],
  ['0.3.0', '0.3.1'],
  ['unbuilt', 'unbuilt'],
])('a copy of version %s serves a bundle that was built with %s', (theirs, ours) => {
  expect(serves(theirs, ours)).toBe(true);
});

test.each([
  ['2.0.0', '1.4.2'],
  ['1.3.9', '1.4.0'],
  ['1.9.3', '1.10.0'],
  ['0.9.0', '1.0.0'],
  ['0.4.0', '0.3.0'],
  ['0.2.0', '0.3.0'],
  ['undefined', '1.0.0'],
  ['unbuilt', '1.0.0'],
  ['1.0.0', 'unbuilt'],
])('a copy of version %s does not serve one that was built with %s', (theirs, ours) => {
  expect(serves(theirs, ours)).toBe(false);
});
