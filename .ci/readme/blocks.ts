/** Code of a README that is held to be true. */
export interface Block {
  /** The file that it becomes: the name it was given, or one made of its line. */
  readonly file: string;
  /** Where its code begins in the README. */
  readonly line: number;
  /** Its code after as many empty lines that a compiler counts as the README does. */
  readonly code: string;
  readonly run: 'node' | 'chromium' | undefined;
  /** What it prints when it runs, by its own comments `// → …` and by the block `text printed` after it; empty where neither is there. */
  readonly prints: readonly string[];
}

const fence = /^( *)(`{3,})(ts|tsx|vue|svelte|html|text)(?: +([^\n]*?))? *\n([\s\S]*?)^\1\2 *$/gm;
const words = /^(run|run=chromium|continued|solid|file=[\w.-]+|of=[\w./-]+)$/;

/** How a module says that its JSX is Solid's. */
export const solidPragma = '/** @jsxImportSource solid-js */';

/** The blocks of a README that are TypeScript, TSX, Vue, Svelte or HTML. CONTRIBUTING.md says what the words after the language mean. */
export function blocksOf(readme: string): Block[] {
  const blocks: Block[] = [];
  for (const { index, 3: language = '', 4: info = '', 5: code = '' } of readme.matchAll(fence)) {
    const line = readme.slice(0, index).split('\n').length + 1;
    if (language === 'text') {
      const before = info === 'printed' ? blocks.pop() : undefined;
      if (before) blocks.push({ ...before, prints: [...before.prints, ...printedLines(code)] });
      continue;
    }
    const said = info.split(/ +/).filter(Boolean);
    const unknown = said.find((word) => !words.test(word));
    if (unknown)
      throw new Error(`Line ${line - 1}: "${unknown}" says nothing to this check. See README code in CONTRIBUTING.md.`);
    // Compiled and run where it stands; quoted-code.ts compares.
    if (said.some((word) => word.startsWith('of='))) continue;
    const block = blockAt(line, language, said, code);
    const before = said.includes('continued') ? blocks.pop() : undefined;
    blocks.push(before ? joined(before, block) : block);
  }
  return blocks;
}

/** A line that is indented goes on with the line before it. */
function printedLines(text: string): string[] {
  return text.replace(/\n +/g, ' ').split('\n').filter(Boolean);
}

function blockAt(line: number, language: string, said: string[], code: string): Block {
  const file = said.find((word) => word.startsWith('file='))?.slice('file='.length) ?? `line-${line}.${language}`;
  const runs = said.some((word) => word.startsWith('run'));
  const inChromium = language !== 'ts' || said.includes('run=chromium');
  return {
    file,
    line,
    code: (said.includes('solid') ? solidPragma : '') + '\n'.repeat(line - 1) + code,
    // A page runs when it is looked at: there is no other way to check it.
    run: language === 'html' || (runs && inChromium) ? 'chromium' : runs ? 'node' : undefined,
    prints: [...code.matchAll(/\/\/ → (.*)$/gm)].map(([, text = '']) => text.trim()),
  };
}

/** One module of two blocks, each on the lines that it has in the README. */
function joined(before: Block, after: Block): Block {
  const missing = after.line - before.code.split('\n').length;
  const code = before.code + '\n'.repeat(missing) + after.code.trimStart();
  return { ...before, code, run: after.run ?? before.run, prints: [...before.prints, ...after.prints] };
}
