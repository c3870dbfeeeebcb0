import type { Fact } from '../facts/fact.ts';
import type { Location } from '../facts/location.ts';
import { explanationOf, type Explanation } from '../knowledge/explanations.ts';
import { describeVersions } from '../knowledge/versions.ts';
import type { Cluster } from '../workspace/clusters.ts';
import { effectiveValue, keyLocation, type Effective } from '../workspace/effective.ts';
import type { Position } from '../workspace/positions.ts';
import type { Release } from '../workspace/releases/release.ts';
import type { HoverText } from './mesh-lint.ts';
import { settingAtOffset, type SettingAt } from './setting-at.ts';

/** What a hover is asked about, and what the workspace knows. */
export interface HoverQuestion {
  readonly offset: number;
  /** The facts of the file. */
  readonly facts: readonly Fact[];
  readonly clusters: readonly Cluster[];
  readonly positionAt: (at: Location) => Position;
}

/** What a key does, since when, what it means for meshes, and which value holds here and why. */
export function hoverAt(question: HoverQuestion): HoverText | undefined {
  const found = settingAtOffset(question.facts, question.offset);
  if (found === undefined) return undefined;
  const { layer, setting } = found;
  const explanation = explanationOf(setting.path, layer.dialect);
  if (explanation === undefined) return undefined;
  const parts = [
    `**\`${setting.path.join('.')}\`**`,
    explanation.summary,
    ...inForce(found, question),
    ...details(explanation),
  ];
  return { markdown: parts.join('\n\n'), start: setting.keySpan.start, end: setting.keySpan.end };
}

function details({ meshes, notes, availability, page }: Explanation): readonly string[] {
  return [
    ...(meshes === undefined ? [] : [`**Meshes:** ${meshes}`]),
    ...(notes.length === 0 ? [] : [notes.map((note) => `- ${note}`).join('\n')]),
    availability,
    `[Documentation](${page})`,
  ];
}

/** What holds in each release that the layer belongs to; said once where all agree. */
function inForce({ layer, setting }: SettingAt, question: HoverQuestion): readonly string[] {
  const lines = question.clusters
    .flatMap(({ releases }) => releases)
    .filter(({ layers }) => layers.some((placed) => placed.layer === layer))
    .map((release) => {
      const value = effectiveValue(release.layers, setting.path, layer.dialect);
      return `${spelled(value)} for Cilium ${describeVersions(release.versions)}${origin(value, release, question)}`;
    });
  return [...new Set(lines)].map((line) => `**In force here:** ${line}.`);
}

function spelled(value: Effective): string {
  switch (value.kind) {
    case 'known':
      return `\`${value.value === null ? 'null' : String(value.value)}\``;
    case 'structure':
      return 'what stands below it';
    case 'unknown':
      return 'a value that these files do not tell';
    case 'absent':
      return "the chart's default";
  }
}

/** Which line decides, where it is not the only layer. */
function origin(value: Effective, release: Release, { positionAt }: HoverQuestion): string {
  if (release.layers.length < 2 || value.kind === 'absent' || value.origin === undefined) return '';
  const at = keyLocation(value.origin);
  const file = decodeURIComponent(at.uri.slice(at.uri.lastIndexOf('/') + 1));
  return `, decided by [${file} line ${positionAt(at).line + 1}](${at.uri}#L${positionAt(at).line + 1})`;
}
