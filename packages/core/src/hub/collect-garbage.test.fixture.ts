interface Node {
  getBuiltinModule(name: 'node:v8'): { setFlagsFromString(flag: string): void };
  getBuiltinModule(name: 'node:vm'): { runInNewContext(code: string): unknown };
}

const { process } = globalThis as unknown as { process: Node };

process.getBuiltinModule('node:v8').setFlagsFromString('--expose-gc');

/** Frees whatever nothing refers to any more. The core is compiled without the types of Node, in which its tests run. */
export const collectGarbage = process.getBuiltinModule('node:vm').runInNewContext('gc') as () => void;
