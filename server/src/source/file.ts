import { parseYaml } from '../yaml/parse.ts';
import type { YamlStream } from '../yaml/node.ts';

/** How a file is read: which readers may look at it. */
export type SourceKind =
  | 'yaml'
  /** A shell script or a makefile. */
  | 'script'
  | 'dockerfile'
  | 'justfile'
  | 'tiltfile'
  | 'markdown'
  /** Terraform or OpenTofu. */
  | 'terraform';

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

/** By the names that tools give files; the first that fits. */
const names: readonly (readonly [kind: SourceKind, pattern: RegExp])[] = [
  [
    'yaml',
    /\.(?:ya?ml|ya?ml\.(?:tmpl|tpl|gotmpl|j2|sops)|gotmpl|tftpl)$|(?:^|\/)(?:Chart\.lock|Kustomization)$/i,
  ],
  ['script', /\.(?:sh|bash|zsh|mk)$|(?:^|\/)(?:GNU)?[Mm]akefile(?:\.[^/]*)?$/],
  ['dockerfile', /(?:^|\/)(?:Docker|Container)file(?:\.[^/]*)?$|\.(?:docker|container)file$/i],
  ['justfile', /(?:^|\/)\.?justfile$|\.just$/i],
  ['tiltfile', /(?:^|\/)Tiltfile(?:\.[^/]*)?$/],
  ['markdown', /\.(?:md|markdown|mdx)$/i],
  ['terraform', /\.(?:tf|tofu)$/],
];

/** Tells how to read a file by its path, or that it can hold nothing of interest. */
export function sourceKindOf(path: string): SourceKind | undefined {
  return names.find(([, pattern]) => pattern.test(path))?.[0];
}

/** A source file over a text; nothing is parsed until a reader asks. */
export function sourceFile(uri: string, kind: SourceKind, text: string): SourceFile {
  let stream: YamlStream | undefined;
  return { uri, path: pathOf(uri), kind, text, yaml: () => (stream ??= parseYaml(text)) };
}

/** The decoded path of a URI; a malformed escape stays as written. */
export function pathOf(uri: string): string {
  const raw = uri.startsWith('file:///') ? uri.slice(7) : uri.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/]*/i, '');
  if (!raw.includes('%')) return raw;
  try {
    return decodeURIComponent(raw);
  } catch {
    return raw;
  }
}
