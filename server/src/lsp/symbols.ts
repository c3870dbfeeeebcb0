import {
  SymbolKind,
  type DocumentSymbol,
  type SymbolInformation,
  type WorkspaceSymbol,
} from 'vscode-languageserver';
import type { MeshSymbol } from '../features/symbols.ts';
import type { ClientFeatures } from './client-features.ts';
import type { Documents, OpenDocument } from './documents.ts';
import type { Root } from './roots.ts';
import { shownLocation } from './shown-location.ts';

const kinds: Readonly<Record<MeshSymbol['kind'], SymbolKind>> = {
  install: SymbolKind.Package,
  mesh: SymbolKind.Module,
  policy: SymbolKind.Interface,
  namespace: SymbolKind.Namespace,
  workload: SymbolKind.Object,
};

/** An editor shows no more than this of a search, and asks again as the query grows. */
const mostFound = 500;

/** What a document holds of installs, meshes, policies and members of meshes. */
export function documentSymbolsOf(
  uri: string,
  { root }: OpenDocument,
  documents: Documents,
  { nestedSymbols }: ClientFeatures,
): DocumentSymbol[] | SymbolInformation[] {
  const symbols = root.lint.inquiry.symbols(uri);
  if (!nestedSymbols) return symbols.map((symbol) => foundSymbol(symbol, root, documents));
  return symbols.map(({ kind, name, detail, span, nameSpan }) => ({
    name,
    detail,
    kind: kinds[kind],
    range: shownLocation({ uri, span }, root, documents).range,
    selectionRange: shownLocation({ uri, span: nameSpan }, root, documents).range,
  }));
}

/** Those of all folders that match a query. */
export function workspaceSymbolsOf(
  query: string,
  roots: readonly Root[],
  documents: Documents,
): WorkspaceSymbol[] {
  return roots
    .flatMap((root) =>
      root.lint.inquiry.findSymbols(query).map((symbol) => foundSymbol(symbol, root, documents)),
    )
    .slice(0, mostFound);
}

function foundSymbol(
  { kind, name, detail, uri, nameSpan }: MeshSymbol,
  root: Root,
  documents: Documents,
): SymbolInformation {
  return {
    name,
    kind: kinds[kind],
    location: shownLocation({ uri, span: nameSpan }, root, documents),
    ...(detail === '' ? {} : { containerName: detail }),
  };
}
