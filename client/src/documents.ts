import type { DocumentSelector } from 'vscode-languageclient/node';

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

/** The documents that the server is told of, saved or not. */
export const documentFilters = ['file', 'untitled'].flatMap((scheme) => [
  ...languages.map((language) => ({ scheme, language })),
  ...patterns.map((pattern) => ({ scheme, pattern })),
]);

export const documents: DocumentSelector = documentFilters;
