import { workspace } from 'vscode';

/** Language ids whose documents can carry Helm values, manifests, or a `helm --set` command. */
const languages = [
  'yaml',
  'helm',
  'shellscript',
  'makefile',
  'dockerfile',
  'just',
  'tiltfile',
  'markdown',
  'terraform',
  'opentofu',
] as const;

/** Files that carry the same under whatever language id the editor gives them: templated values, helmfiles, chart locks. */
const patterns = [
  '**/*.{yaml,yml,gotmpl,tpl,tftpl}',
  '**/*.{yaml,yml}.{tmpl,j2,sops}',
  '**/*.{sh,bash,zsh,mk}',
  '**/{GNUmakefile,Makefile,makefile,Dockerfile,Containerfile,justfile,Tiltfile}',
  '**/*.{md,markdown,mdx,tf,tofu,just,dockerfile}',
  '**/Chart.lock',
] as const;

type Filter = { readonly scheme: string } & ({ readonly language: string } | { readonly pattern: string });

/**
 * The documents that the server is told of, saved or not: those of the file systems of the workspace as it is now. Old
 * versions of files, for one, have schemes of their own and are left alone.
 */
export function documents(): Filter[] {
  return schemes().flatMap((scheme) => [
    ...languages.map((language) => ({ scheme, language })),
    ...patterns.map((pattern) => ({ scheme, pattern })),
  ]);
}

/** Of the file systems whose documents are checked. */
export function schemes(): readonly string[] {
  const ofFolders = workspace.workspaceFolders?.map(({ uri }) => uri.scheme) ?? [];
  return [...new Set(['file', 'untitled', 'vscode-vfs', ...ofFolders])];
}
