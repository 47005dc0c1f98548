/// <reference types="vite/types/importMeta.d.ts" />
import { describe, expect, it, vi } from 'vitest';
import type { BusErrorCode } from './index.ts';
import { definitionErrors } from './provoked-definition-errors.test.fixture.ts';
import { deliveryErrors } from './provoked-delivery-errors.test.fixture.ts';
import type { Provocations } from './provoked-error.test.fixture.ts';
import { payloadErrors } from './provoked-payload-errors.test.fixture.ts';

/** One for each code: the compiler says so. In a browser, since some errors are about what only a browser has. */
const provocations: Provocations<BusErrorCode> = { ...definitionErrors, ...payloadErrors, ...deliveryErrors };
const codes = Object.keys(provocations) as BusErrorCode[];

describe('the error', () => {
  it.each(codes)('%s says what happened, who did it, what was expected and what to do next', async (code) => {
    vi.spyOn(console, 'warn').mockImplementation(() => {});
    const { provoke, says } = provocations[code];
    const error = (await provoke()) as Error;
    expect(error).toMatchObject({ name: 'BusError', code });
    for (const words of says) expect(error.message).toMatch(words);
    expect(error.message).not.toMatch(/undefined(?! for a handler)|\[object|NaN/);
    expect(error.message).toMatch(/^["A-Z].*\.$/i);
  });
});

/** What the console is told once, by the word in its brackets. */
const warnings = ['contract-drift', 'refused-plain-event', 'version-skew'];

describe('the documentation', () => {
  it('has one page for each code and each warning, and no other', () => {
    const pages = Object.keys(import.meta.glob('../../../apps/docs/errors/*.md'));
    const slugs = pages.map((page) => page.replace(/^.*\/|\.md$/g, ''));
    expect(slugs.sort()).toEqual([...codes, ...warnings].sort());
  });
});
