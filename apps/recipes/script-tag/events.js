// The contracts. Without a library at hand, a schema is an object with one function.
{
  const schemaOf = (isRight, expected) => ({
    '~standard': {
      version: 1,
      vendor: 'recipes',
      validate: (value) => (isRight(value) ? { value } : { issues: [{ message: `Expected ${expected}` }] }),
    },
  });
  const isChoice = (value) => typeof value?.name === 'string';
  const isCart = (value) => Array.isArray(value?.lines) && value.lines.every((line) => isChoice(line) && line.quantity > 0);

  window.recipe = {
    ...Busbar.defineEvents('products', { chosen: { version: 1, schema: schemaOf(isChoice, 'the name of a product') } }),
    ...Busbar.defineEvents('cart', {
      changed: { version: 1, schema: schemaOf(isCart, 'the lines of a cart'), retain: 'latest' },
    }),
  };
}
