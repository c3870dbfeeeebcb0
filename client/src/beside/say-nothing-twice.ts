import type { BaseLanguageClient } from 'vscode-languageclient';

import { provideCompletionItem } from './completion.ts';
import { configurationProblems } from './configuration-problems.ts';
import { provideHover } from './hover.ts';

/** Keeps a new client from saying what the YAML extension says as well. */
export function sayNothingTwice(client: BaseLanguageClient): void {
  const { handleDiagnostics, feature } = configurationProblems();
  Object.assign(client.middleware, { provideCompletionItem, provideHover, handleDiagnostics });
  client.registerFeature(feature);
}
