export { importAsyncApi, isAsyncApi } from './importers/import-asyncapi.ts';
export { ImportError } from './importers/import-error.ts';
export { importJsonSchema } from './importers/import-json-schema.ts';
export type { Imported, ImportNote, ImportOptions, SourceFile } from './importers/imported.ts';
