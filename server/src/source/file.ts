import { parseYaml } from '../yaml/parse.ts';
import type { YamlStream } from '../yaml/node.ts';

/** How a file is read: which readers may look at it. */
export type SourceKind = 'yaml' | 'script';

/** One text of the workspace, as readers see it. */
export interface SourceFile {
  readonly uri: string;
  /** The decoded path part of the URI, with forward slashes. */
  readonly path: string;
  readonly kind: SourceKind;
  readonly text: string;
  /** The text as YAML; parsed at the first call, at most once. */
  readonly yaml: () => YamlStream;
}

const yamlNames = /\.(?:ya?ml|ya?ml\.(?:tmpl|tpl|gotmpl|j2|sops)|gotmpl)$|(?:^|\/)Chart\.lock$/i;
const scriptNames = /\.(?:sh|bash|zsh|mk)$|(?:^|\/)(?:GNU)?[Mm]akefile(?:\.[^/]*)?$/;

/** Tells how to read a file by its path, or that it can hold nothing of interest. */
export function sourceKindOf(path: string): SourceKind | undefined {
  if (yamlNames.test(path)) return 'yaml';
  if (scriptNames.test(path)) return 'script';
  return undefined;
}

/** A source file over a text; nothing is parsed until a reader asks. */
export function sourceFile(uri: string, kind: SourceKind, text: string): SourceFile {
  let stream: YamlStream | undefined;
  return { uri, path: pathOf(uri), kind, text, yaml: () => (stream ??= parseYaml(text)) };
}

/** The decoded path of a URI; a malformed escape stays as written. */
export function pathOf(uri: string): string {
  const raw = uri.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/]*/i, '');
  try {
    return decodeURIComponent(raw);
  } catch {
    return raw;
  }
}
