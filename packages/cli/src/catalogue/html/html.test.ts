import { expect, test } from 'vitest';
import { html } from './html.ts';

test('texts are escaped in elements and in attributes', () => {
  const text = `<b a="1" c='2'>&amp;`;
  const escaped = '&lt;b a=&quot;1&quot; c=&#39;2&#39;&gt;&amp;amp;';
  expect(html`<p title="${text}">${text}</p>`.text).toBe(`<p title="${escaped}">${escaped}</p>`);
});

test('markup is inserted as it is, and lists one after the other', () => {
  const items = ['one', 'two'].map((name) => html`<li>${name}</li>`);
  expect(html`<ul>${items}</ul>`.text).toBe('<ul><li>one</li><li>two</li></ul>');
});

test('what is not there leaves no trace, and 0 does', () => {
  expect(html`[${undefined}${null}${false}${[]}${0}]`.text).toBe('[0]');
});

test('characters that HTML forbids are replaced', () => {
  expect(html`${'a\u0000b\u001bc\ufffed\te\n'}`.text).toBe('a\ufffdb\ufffdc\ufffdd\te\n');
});

test('an object that looks like markup is not taken for it', () => {
  const forged = { text: '<script>' } as unknown as string;
  expect(html`${forged}`.text).toBe('');
});
