import { type Plugin, parseAst } from 'vite';

interface Name {
  readonly name: string;
}

/** What is looked at of a statement. */
interface Statement {
  readonly type: string;
  readonly declaration: { readonly id?: Name; readonly declarations?: readonly { readonly id: Name }[] } | null;
  readonly specifiers: readonly { readonly local: Name; readonly imported?: Name; readonly exported: Name }[];
  readonly source: { readonly value: string } | null;
}

/** Exports that a bundle has, by their modules. */
export type Rendered = Map<string, readonly string[]>;

/** Notes which exports a bundle has. */
export function noteRendered(rendered: Rendered): Plugin {
  return {
    name: 'busbar:note-rendered',
    generateBundle(_options, files) {
      for (const file of Object.values(files)) {
        if (file.type !== 'chunk') continue;
        for (const [id, { renderedExports }] of Object.entries(file.modules)) rendered.set(id, renderedExports);
      }
    },
  };
}

/** Empties modules: they go on exporting what they export, functions that do nothing. All others keep what is `rendered` of them. */
export function withoutModules(files: readonly string[], rendered: Rendered): Plugin {
  return {
    name: 'busbar:without-modules',
    transform: {
      order: 'post',
      async handler(code, id) {
        if (!files.includes(id)) return null;
        const statements = parseAst(code).body as never as readonly Statement[];
        const resolve = async (source: string) => (await this.resolve(source, id))?.id;
        return { code: emptied(statements, await neededBy(statements, resolve, rendered)), map: null };
      },
    },
  };
}

/** The imports of a module that are in the bundle: not those that only development needs. */
async function neededBy(
  statements: readonly Statement[],
  resolve: (source: string) => Promise<string | undefined>,
  rendered: Rendered,
): Promise<[name: string, source: string][]> {
  const imports = statements.filter(({ type }) => type === 'ImportDeclaration');
  const needed = imports.map(async ({ specifiers, source }) => {
    const kept = rendered.get((await resolve(source!.value)) ?? '') ?? [];
    const names = specifiers.map(({ imported }) => imported?.name ?? '');
    return names.filter((name) => kept.includes(name)).map((name): [string, string] => [name, source!.value]);
  });
  return (await Promise.all(needed)).flat();
}

function emptied(statements: readonly Statement[], needed: readonly (readonly [name: string, source: string])[]): string {
  const exported = statements.filter(({ type }) => type === 'ExportNamedDeclaration').flatMap(exportedBy);
  return [
    ...needed.map(([name, source], index) => `import { ${name} as needed${index} } from '${source}';`),
    `const needed = () => [${needed.map((_needed, index) => `needed${index}`).join(', ')}];`,
    ...exported.map((name) => `export function ${name}() { return needed(); }`),
  ].join('\n');
}

function exportedBy({ declaration, specifiers }: Statement): string[] {
  if (!declaration) return specifiers.map(({ exported }) => exported.name);
  const { id, declarations = [] } = declaration;
  return [...(id ? [id] : []), ...declarations.map((one) => one.id)].map(({ name }) => name);
}
