import * as core from '@busbar/core';
import ts from 'typescript';
import * as z from 'zod';

const modules: Readonly<Record<string, unknown>> = { '@busbar/core': core, zod: z };

/** The contracts that the source of a module defines, by their names. */
export function runModule(source: string): Record<string, core.AnyEventContract> {
  const { outputText } = ts.transpileModule(source, {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2023 },
  });
  const exports: Record<string, Record<string, core.AnyEventContract>> = {};
  new Function('exports', 'require', outputText)(exports, (name: string) => modules[name]);
  const contracts = Object.values(exports).flatMap((group) => Object.values(group));
  return Object.fromEntries(contracts.map((contract) => [contract.type, contract]));
}
