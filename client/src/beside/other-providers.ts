import { commands, type Position, type TextDocument } from 'vscode';

/** The other providers of a kind. An editor asks all of them at once, ours too. */
export interface OtherProviders<Answer> {
  /** What the others have to say of a place. */
  readonly ask: (document: TextDocument, position: Position) => Promise<Answer>;
  /** Whether our provider is asked by `ask`, and has to say nothing. */
  readonly isAsking: (document: TextDocument, position: Position) => boolean;
}

/** @param command asks all providers of a kind, and gives their answers as one */
export function otherProviders<Answer>(command: string): OtherProviders<Answer> {
  const expected = new Set<string>();
  const keyOf = ({ uri, version }: TextDocument, { line, character }: Position): string =>
    JSON.stringify([uri.toString(), version, line, character]);
  return {
    ask: async (document, position) => {
      const key = keyOf(document, position);
      expected.add(key);
      try {
        return await commands.executeCommand<Answer>(command, document.uri, position);
      } finally {
        expected.delete(key);
      }
    },
    // Once: whoever asks for the same place after that is the editor itself.
    isAsking: (document, position) => expected.delete(keyOf(document, position)),
  };
}
