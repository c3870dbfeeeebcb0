import { CodeLensRefreshRequest, InlayHintRefreshRequest, type Connection } from 'vscode-languageserver';
import type { ClientFeatures } from './client-features.ts';
import type { Documents, OpenDocument } from './documents.ts';
import { failure } from './guard.ts';

/** Has the client ask again for lenses and hints that other files have changed. */
export interface Refreshing {
  /** Something changed; looks into it once nothing has changed for a while. */
  readonly soon: () => void;
  readonly stop: () => void;
}

const quietMilliseconds = 300;

/** A client asks by itself about a document that is edited, so only what open documents show in the end counts. */
export function createRefreshing(
  connection: Connection,
  { refreshesLenses, refreshesHints }: ClientFeatures,
  documents: Documents,
): Refreshing {
  let timer: NodeJS.Timeout | undefined;
  let [lenses, hints] = ['', ''];

  const shownBy = (textsOf: (uri: string, document: OpenDocument) => readonly string[]): string =>
    documents
      .uris()
      .flatMap((uri) => {
        const document = documents.get(uri);
        const texts = document === undefined ? [] : textsOf(uri, document);
        return texts.length === 0 ? [] : [uri, ...texts];
      })
      .join('\n');

  const look = (): void => {
    const before = { lenses, hints };
    if (refreshesLenses) lenses = shownBy(lensTexts);
    if (refreshesHints) hints = shownBy(hintTexts);
    if (lenses !== before.lenses) connection.sendRequest(CodeLensRefreshRequest.type).catch(() => undefined);
    if (hints !== before.hints) connection.sendRequest(InlayHintRefreshRequest.type).catch(() => undefined);
  };

  return {
    soon: () => {
      if (!refreshesLenses && !refreshesHints) return;
      clearTimeout(timer);
      timer = setTimeout(() => {
        try {
          look();
        } catch (error) {
          connection.console.error(failure('Looking for changed lenses', error));
        }
      }, quietMilliseconds);
    },
    stop: () => clearTimeout(timer),
  };
}

function lensTexts(uri: string, { root: { lint, settings } }: OpenDocument): readonly string[] {
  return settings.codeLens ? lint.inquiry.lenses(uri).map(({ title }) => title) : [];
}

function hintTexts(uri: string, { root: { lint, settings } }: OpenDocument): readonly string[] {
  if (!settings.inlayHints) return [];
  return lint.inquiry
    .valueHints(uri, 0, Infinity)
    .flatMap(({ key, decisions }) => decisions.map(({ text }) => `${key} ${text}`));
}
