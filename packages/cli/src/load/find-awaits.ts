import { type AncestorVisitors, ancestor } from 'acorn-walk';
import { parseModule } from '../locate/parse-module.ts';
import type { Frame } from './cannot-run.ts';

/** Where a module waits before it has anything to export: its awaits at the top level. */
export function findAwaits(file: string): Frame[] {
  const tree = parseModule(file);
  if (!tree) return [];
  const frames: Frame[] = [];
  const visitors: AncestorVisitors<unknown> = {
    AwaitExpression(node, _state, ancestors) {
      if (ancestors.some(({ type }) => /Function|MethodDefinition/.test(type))) return;
      const { line = 0, column = 0 } = node.loc?.start ?? {};
      frames.push({ name: 'await', file, line, column: column + 1 });
    },
  };
  ancestor(tree, visitors);
  return frames;
}
