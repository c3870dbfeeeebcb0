import { TextDocument } from 'vscode-languageserver-textdocument';
import { TextDocumentEdit, type TextEdit, type WorkspaceEdit } from 'vscode-languageserver/node';

/** The edits of a workspace edit by file, whichever of its two forms it has. */
export function editsByFile(edit: WorkspaceEdit | undefined): ReadonlyMap<string, readonly TextEdit[]> {
  if (edit?.changes !== undefined) return new Map(Object.entries(edit.changes));
  const documents = (edit?.documentChanges ?? []).filter((change) => TextDocumentEdit.is(change));
  return new Map(
    documents.map(({ textDocument, edits }) => [
      textDocument.uri,
      edits.flatMap((one) => ('newText' in one ? [{ range: one.range, newText: one.newText }] : [])),
    ]),
  );
}

/** A text after edits of it. */
export function edited(text: string, edits: readonly TextEdit[]): string {
  return TextDocument.applyEdits(TextDocument.create('file:///x.yaml', 'yaml', 0, text), [...edits]);
}
