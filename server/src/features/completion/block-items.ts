import { t } from '@vscode/l10n';
import type { KeyPath } from '../../facts/settings.ts';
import { knownGoodBlocks, type KnownGoodBlock } from '../../knowledge/known-good.ts';
import type { CiliumVersion } from '../../knowledge/versions.ts';
import { linksLine } from '../hover/links.ts';
import { ranks, type Completion } from './completion.ts';
import type { KeyPlace } from './key-items.ts';
import type { KeyProbe } from './probe.ts';

type KnownSetting = KnownGoodBlock['settings'][number];

/**
 * The blocks with which Cilium and a mesh get along, for the root of a chart's values. Of a map that is there already nothing is
 * written; a block that would then be a part of itself is not offered.
 */
export function blockItems(
  { parent, dialect, present, versions, step }: KeyPlace,
  at: KeyProbe,
): readonly Completion[] {
  const version = versions.at(-1);
  if (parent.length > 0 || dialect !== 'helm' || at.hasColon || at.isInBraces || version === undefined)
    return [];
  return knownGoodBlocks(version)
    .filter(({ settings }) => settings.every(({ path }) => !present.has(path[0] ?? '')))
    .map(({ name, title, settings }) => ({
      label: name,
      kind: 'block',
      detail: t(title),
      insert: [linesOf(settings, step).join(`\n${' '.repeat(at.column)}`)],
      replace: at.replace,
      rank: ranks.block,
      topic: { kind: 'block', name, version },
    }));
}

/** Settings as lines of YAML, those of one map below it. Only the first line of each map's members is indented by its text. */
function linesOf(settings: readonly KnownSetting[], step: number): readonly string[] {
  const lines: string[] = [];
  let open: KeyPath = [];
  for (const { path, value } of settings) {
    path.slice(0, -1).forEach((name, depth) => {
      if (open[depth] === name && open.length >= depth) return;
      lines.push(`${' '.repeat(depth * step)}${name}:`);
      open = path.slice(0, depth + 1);
    });
    lines.push(`${' '.repeat((path.length - 1) * step)}${path.at(-1) ?? ''}: ${String(value)}`);
  }
  return lines;
}

/** What a block does and what it writes, in Markdown. */
export function describeBlock(name: string, version: CiliumVersion): string {
  const block = knownGoodBlocks(version).find((candidate) => candidate.name === name);
  if (block === undefined) return '';
  const { summary, settings, page } = block;
  return `${t(summary)}\n\n\`\`\`yaml\n${linesOf(settings, 2).join('\n')}\n\`\`\`\n\n${linksLine([], page)}`;
}
