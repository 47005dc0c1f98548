const compiled = new Map<string, RegExp | undefined>();

/** Whether a text matches a pattern of a schema; `undefined` where the pattern is none that JavaScript knows. */
export function matches(pattern: string, text: string): boolean | undefined {
  if (!compiled.has(pattern)) {
    if (compiled.size > 10_000) compiled.clear();
    compiled.set(pattern, compile(pattern));
  }
  return compiled.get(pattern)?.test(text);
}

function compile(pattern: string): RegExp | undefined {
  try {
    return new RegExp(pattern, 'u');
  } catch {
    return undefined;
  }
}
