import { expect, test } from 'vitest';
import { sentencesIn } from './sentences.ts';

test('sentences are found wherever code has texts, once', () => {
  const code = `
    throw new Error('This bus has been disposed.');
    const told = (type) => \`The contract \${type} cannot be used here: \${\`because it has no version\`}.\`;
    warn('This bus has been disposed.');`;
  expect(sentencesIn(code)).toEqual([
    'This bus has been disposed.',
    'The contract … cannot be used here: ….',
    'because it has no version',
  ]);
});

test('codes, names, keys and short texts are no sentences', () => {
  const code = `
    throw new Error('invalid-payload');
    const all = { key: 'It answered late.', type: 'cart:itemAdded', style: 'color:red;margin:0 1px 2px 3px' };
    const text = \`\${all.key} \${all.type} \${all.style} \${text}\`;
    // A comment may have as many words as it likes.`;
  expect(sentencesIn(code)).toEqual([]);
});
