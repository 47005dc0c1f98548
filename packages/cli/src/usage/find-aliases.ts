const imported = /\bimport\s+(?:type\s+)?(?:[\w$]+\s*,\s*)?\{(?<names>[^}]*)\}\s*from/g;

/** What a source calls things that it imports under another name: `import { cart as cartEvents }` gives `cartEvents: 'cart'`. */
export function findAliases(source: string): ReadonlyMap<string, string> {
  const names = [...source.matchAll(imported)].flatMap(({ groups }) => groups!['names']!.split(','));
  const pairs = names.flatMap((name) => {
    const match = /^\s*(?:type\s+)?(?<name>[\w$]+)\s+as\s+(?<alias>[\w$]+)\s*$/.exec(name);
    return match?.groups ? [[match.groups['alias']!, match.groups['name']!] as const] : [];
  });
  return new Map(pairs);
}
