import { Uri, workspace } from 'vscode';

/**
 * A document that was never saved may have no name yet, only a language. The server tells by the name of a file how to read it,
 * so it is told of a file in a folder of its own: `untitled:Untitled-1/untitled.yaml`.
 */
const scheme = 'untitled';

/** How files of a language are called. */
const names: Readonly<Record<string, string>> = {
  yaml: 'untitled.yaml',
  helm: 'untitled.yaml',
  shellscript: 'untitled.sh',
  makefile: 'untitled.mk',
  dockerfile: 'untitled.dockerfile',
  just: 'untitled.just',
  tiltfile: 'Tiltfile',
  markdown: 'untitled.md',
  terraform: 'untitled.tf',
  opentofu: 'untitled.tofu',
};

/** As whoever closes a document is told when it is known no more. */
const told = new Map<string, string>();

/** A URI as the server is told it. */
export function sentUri(uri: Uri): string {
  const known = uri.toString();
  if (uri.scheme !== scheme || uri.path.includes('/')) return known;
  const document = workspace.textDocuments.find((one) => one.uri.toString() === known);
  if (document === undefined) return told.get(known) ?? known;
  const name = names[document.languageId];
  const sent = name === undefined ? known : uri.with({ path: `${uri.path}/${name}` }).toString();
  told.set(known, sent);
  return sent;
}

/** The URI of what the server speaks of. */
export function receivedUri(sent: string): Uri {
  const uri = Uri.parse(sent);
  if (uri.scheme !== scheme || uri.path.startsWith('/')) return uri;
  return uri.with({ path: uri.path.replace(/\/[^/]*$/, '') });
}
