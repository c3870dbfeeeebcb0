/**
 * Red Hat's YAML extension, which most people have beside this one. An editor shows what both say one below the other, and
 * only one's own can be held back: whatever that extension says as well is left to it.
 */
import { type Diagnostic, extensions } from 'vscode';

/** Whether it speaks at all. */
export function yamlExtensionIsActive(): boolean {
  return extensions.getExtension('redhat.vscode-yaml')?.isActive === true;
}

/** Whether it is the one who found a problem: `YAML` for the syntax, `yaml-schema: TITLE` for a schema. */
export function isFromYamlExtension({ source = '' }: Diagnostic): boolean {
  return source === 'YAML' || source.startsWith('yaml-schema');
}
