/** A schema of Zod 4, whichever of its entries and releases made it: what Zod documents for authors of libraries. */
export interface ZodSchema {
  readonly _zod: ZodInternals;
}

/** A check of a schema: `min(1)`, `refine(…)`. A format such as `z.email()` is a schema and a check in one. */
export interface ZodCheck {
  readonly _zod: { readonly def: ZodDefinition; readonly constr?: ZodConstructor };
}

/** What a schema was made from. Each type has its own members. */
export interface ZodDefinition {
  readonly type?: string;
  readonly check?: string;
  readonly checks?: readonly ZodCheck[];
  readonly [member: string]: unknown;
}

type ZodConstructor = new (definition: ZodDefinition) => ZodCheck;

interface ZodInternals {
  readonly def: ZodDefinition;
  readonly constr?: ZodConstructor;
  /** The schema that this one repeats with other metadata or further checks. */
  readonly parent?: ZodSchema;
  readonly innerType?: ZodSchema;
  readonly values?: ReadonlySet<unknown>;
  readonly pattern?: RegExp;
  readonly optin?: string;
  readonly optout?: string;
  readonly version?: { readonly major: number; readonly minor: number; readonly patch: number };
  toJSONSchema?(): unknown;
}

interface Registry {
  get(schema: unknown): unknown;
}

/** Whether a schema was made by Zod 4. */
export function isZodSchema(schema: unknown): schema is ZodSchema {
  const internals = (schema as Partial<ZodSchema> | null)?._zod;
  return typeof internals?.def?.type === 'string';
}

/** What `.meta()` said of a schema. Zod Mini before 4.2 keeps it where nobody else can look. */
export function metadataOf(schema: ZodSchema): Readonly<Record<string, unknown>> {
  const { meta } = schema as { meta?: () => unknown };
  const registry = (globalThis as { __zod_globalRegistry?: Registry }).__zod_globalRegistry;
  const told = typeof meta === 'function' ? meta.call(schema) : registry?.get(schema);
  return (told ?? {}) as Readonly<Record<string, unknown>>;
}

/** The release of Zod that made a schema: `4.6.7`. */
export function zodVersion({ _zod: { version } }: ZodSchema): string | undefined {
  return version && `${version.major}.${version.minor}.${version.patch}`;
}
