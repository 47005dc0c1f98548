import { exportAsyncApi } from './asyncapi/export-asyncapi.ts';
import { exportAvro } from './avro/export-avro.ts';
import { exportBackstage } from './backstage/export-backstage.ts';
import { exportEventCatalog } from './event-catalog/export-event-catalog.ts';
import type { Export } from './export.ts';
import type { ExportSource } from './exported-contract.ts';
import { exportJsonSchema } from './json-schema/export-json-schema.ts';
import { exportMarkdown } from './markdown/export-markdown.ts';
import { exportProtobuf } from './protobuf/export-protobuf.ts';
import { exportTypeScript } from './typescript/export-typescript.ts';

/** One of the formats, for tools that let people choose. */
export interface ExportFormat {
  readonly title: string;
  readonly run: (source: ExportSource) => Export;
}

/** All formats by the word that people type, each with its defaults. */
export const exportFormats: Readonly<Record<string, ExportFormat>> = {
  'json-schema': { title: 'JSON Schema 2020-12', run: (source) => exportJsonSchema(source) },
  'json-schema-draft-07': { title: 'JSON Schema draft-07', run: (source) => exportJsonSchema(source, { draft: 'draft-07' }) },
  asyncapi: { title: 'AsyncAPI 3.0 as JSON', run: (source) => exportAsyncApi(source) },
  'asyncapi-yaml': { title: 'AsyncAPI 3.0 as YAML', run: (source) => exportAsyncApi(source, { format: 'yaml' }) },
  avro: { title: 'Avro schemas', run: exportAvro },
  protobuf: { title: 'Protobuf (proto3)', run: exportProtobuf },
  typescript: { title: 'TypeScript declarations', run: (source) => exportTypeScript(source, { fingerprints: true }) },
  eventcatalog: { title: 'Files for EventCatalog', run: exportEventCatalog },
  markdown: { title: 'Markdown', run: (source) => exportMarkdown(source) },
  backstage: { title: 'Backstage API entities', run: exportBackstage },
};
