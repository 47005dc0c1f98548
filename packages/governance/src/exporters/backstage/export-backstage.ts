import { exportAsyncApi } from '../asyncapi/export-asyncapi.ts';
import type { Export, ExportedFile, ExportNote } from '../export.ts';
import { contractsOf, type ExportedContract, type ExportSource, noteOn } from '../exported-contract.ts';
import { asFileName, stemsOf } from '../file-names.ts';
import { taggedRows } from '../shape/field-rows.ts';
import { readShape } from '../shape/read-shape.ts';
import { yamlText } from '../yaml-text.ts';

/**
 * Writes one file of Backstage entities: an API for each event domain, its definition the AsyncAPI document of the domain's events.
 *
 * @example
 * const { files } = exportBackstage(lock); // catalog-info.yaml
 */
export function exportBackstage(source: ExportSource): Export {
  const domains = new Map<string, ExportedContract[]>();
  for (const contract of contractsOf(source)) {
    const domain = contract.type.slice(0, Math.max(contract.type.lastIndexOf(':'), 0)) || 'events';
    domains.set(domain, [...(domains.get(domain) ?? []), contract]);
  }
  const notes: ExportNote[] = [];
  const ids = stemsOf([...domains.keys()]);
  const entities = [...domains].map(([domain, contracts]) => yamlText(entityOf(ids.get(domain)!, domain, contracts, notes)));
  const file: ExportedFile = { path: 'catalog-info.yaml', text: entities.join('---\n') };
  return { files: [file], notes };
}

function entityOf(id: string, domain: string, contracts: readonly ExportedContract[], notes: ExportNote[]): object {
  const definition = exportAsyncApi(contracts, { format: 'yaml', title: domain });
  const owners = [...new Set(contracts.flatMap(({ owner }) => owner ?? []))].sort();
  for (const contract of owners.length > 1 ? contracts : [])
    notes.push(
      noteOn(contract, '', `An API has one owner in Backstage, and “${domain}” has several: it is given to ${owners[0]}.`),
    );
  notes.push(...definition.notes);
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'API',
    metadata: { name: entityName(id), title: domain, description: `The events of ${domain}.`, tags: tagsOf(contracts) },
    spec: {
      type: 'asyncapi',
      lifecycle: lifecycleOf(contracts),
      owner: entityName(asFileName(owners[0] ?? 'unknown')),
      definition: definition.files[0]!.text,
    },
  };
}

/** Names of Backstage have 63 characters at most and begin and end with a letter or digit. */
function entityName(text: string): string {
  return text.slice(0, 63).replace(/^[^A-Za-z\d]+|[^A-Za-z\d]+$/g, '') || 'unknown';
}

/** Tags of the events and of their fields, in the letters that Backstage allows. */
function tagsOf(contracts: readonly ExportedContract[]): string[] {
  const fields = contracts.flatMap((contract) => taggedRows(readShape(contract, contract.output)).flatMap(({ tags }) => tags));
  const all = [...contracts.flatMap(({ tags = [] }) => tags), ...fields].map((tag) =>
    tag.toLowerCase().replace(/[^a-z\d+#]+/g, '-'),
  );
  return [...new Set(all.map((tag) => tag.replace(/^-+|-+$/g, '').slice(0, 63)).filter((tag) => tag !== ''))].sort();
}

/** A domain with one stable event is in production; one that has nothing but deprecated ones is deprecated. */
function lifecycleOf(contracts: readonly ExportedContract[]): string {
  if (contracts.some(({ lifecycle }) => lifecycle === 'stable')) return 'production';
  return contracts.every(({ lifecycle }) => typeof lifecycle === 'object') ? 'deprecated' : 'experimental';
}
