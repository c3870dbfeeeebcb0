import { type Hover, MarkdownString } from 'vscode';
import type { HoverMiddleware } from 'vscode-languageclient';

import { otherProviders } from './other-providers.ts';
import { yamlExtensionIsActive } from './yaml-extension.ts';

const others = otherProviders<readonly Hover[]>('vscode.executeHoverProvider');

/** Lines that quote the words of a chart, with the empty line behind them. */
const quotation = /^> .*(?:\n>.*)*\n*/m;

/** Leaves out the words of the chart where the YAML extension shows them as the description of a schema. */
export const provideHover: HoverMiddleware['provideHover'] = async (document, position, token, next) => {
  if (others.isAsking(document, position)) return undefined;
  const own = await next(document, position, token);
  const quoting = markdownIn(own).filter(({ value }) => quotation.test(value));
  if (quoting.length === 0 || !yamlExtensionIsActive()) return own;
  const hovers = await others.ask(document, position);
  const said = hovers.flatMap(markdownIn).map(({ value }) => words(value));
  for (const part of quoting)
    part.value = part.value.replace(quotation, (quoted) =>
      said.some((text) => text.includes(words(quoted))) ? '' : quoted,
    );
  return own;
};

function markdownIn(hover: Hover | null | undefined): readonly MarkdownString[] {
  return hover?.contents.filter((part) => part instanceof MarkdownString) ?? [];
}

/** The words alone: how lines are broken and characters escaped differs. */
function words(markdown: string): string {
  return markdown.replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim();
}
