import { config } from '@vscode/l10n';
import german from '../../../l10n/bundle.l10n.de.json' with { type: 'json' };

/** The translations, by language: `de`. English needs none, it stands in the sources. */
const bundles = new Map<string, Readonly<Record<string, string>>>([['de', german]]);

/**
 * Has everything that people read from here on said in their language; in English where there is no translation.
 *
 * @param locale as clients send it: `de`, `de-AT`, `en-us`
 */
export function speak(locale: string | undefined): void {
  const language = locale?.toLowerCase().split(/[-_]/)[0] ?? '';
  config({ contents: { ...bundles.get(language) } });
}
