import {
  type Export,
  exportAsyncApi,
  exportAvro,
  exportBackstage,
  exportEventCatalog,
  exportJsonSchema,
  exportMarkdown,
  exportProtobuf,
  exportTypeScript,
} from '@busbar/governance/exporters';
import type { LockFile } from '@busbar/governance/lock';

/** What an export is told besides the contracts. */
export interface ExportWishes {
  /** What the whole is called. */
  readonly title: string;
}

/** A format that contracts can be written in. */
export interface ExportFormat {
  readonly what: string;
  write(lock: LockFile, wishes: ExportWishes): Export;
}

/** All formats by the name that the command line knows them by. */
export const exportFormats: Readonly<Record<string, ExportFormat>> = {
  asyncapi: { what: 'AsyncAPI 3.0, one document', write: (lock, { title }) => exportAsyncApi(lock, { title, format: 'yaml' }) },
  'json-schema': { what: 'JSON Schema 2020-12, a file for each version', write: (lock) => exportJsonSchema(lock) },
  'json-schema-draft-07': { what: 'the same in draft-07', write: (lock) => exportJsonSchema(lock, { draft: 'draft-07' }) },
  avro: { what: 'Avro, an .avsc for each version', write: (lock) => exportAvro(lock) },
  protobuf: {
    what: 'Protobuf, a .proto for each version, with the field numbers of the lock file',
    write: (lock) => exportProtobuf(lock),
  },
  eventcatalog: { what: 'the folders of EventCatalog', write: (lock) => exportEventCatalog(lock) },
  backstage: { what: 'entities for Backstage', write: (lock) => exportBackstage(lock) },
  markdown: { what: 'Markdown for people', write: (lock, { title }) => exportMarkdown(lock, { title }) },
  typescript: { what: 'TypeScript declarations, one file', write: (lock) => exportTypeScript(lock) },
};
