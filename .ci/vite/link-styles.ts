import type { Plugin } from 'vite';

/**
 * Lets the built entry `<name>.js` bring `<name>.css` with it: the module links its styles and resolves once they have
 * arrived, so a micro-frontend never shows itself unstyled. The dev server puts styles into the page by itself.
 */
export function linkStyles(name: string): Plugin {
  return {
    name: 'busbar:link-styles',
    apply: 'build',
    enforce: 'post',
    generateBundle(_options, bundle) {
      const entry = bundle[`${name}.js`];
      if (entry?.type !== 'chunk' || !bundle[`${name}.css`]) return;
      entry.code = entry.code.replace(
        /(\n\/\/# sourceMappingURL=.*)?\s*$/,
        (ending) => `\n${linkAndWait(`./${name}.css`)}${ending}`,
      );
    },
  };
}

/** Code for the end of a module: positions in its source map stay true. */
function linkAndWait(styles: string): string {
  return `await new Promise((arrived) => {
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = new URL(${JSON.stringify(styles)}, import.meta.url).href;
  link.onload = link.onerror = arrived;
  document.head.append(link);
});`;
}
