import { stringify } from 'yaml';

/** As YAML that both versions of the language read alike, so that `on` stays a text. */
export function yamlText(document: unknown): string {
  return stringify(document, { schema: 'yaml-1.1', aliasDuplicateObjects: false, lineWidth: 0 });
}
