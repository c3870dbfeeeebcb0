import { flattenSettings } from '../../server/src/carriers/flatten.ts';
import type { KeyPath, SettingsLayer } from '../../server/src/facts/settings.ts';
import { allVersions, versionsFrom } from '../../server/src/knowledge/versions.ts';
import type { Effective, PlacedLayer } from '../../server/src/workspace/effective.ts';
import type { Release } from '../../server/src/workspace/releases/release.ts';
import { parseYaml } from '../../server/src/yaml/parse.ts';
import { uriOf } from './uris.ts';

/** A layer with the settings of a YAML map, as a values file of this path would give it; `parts` say what differs. */
export function layerOf(
  yaml: string,
  path = '/repo/values.yaml',
  parts: Partial<SettingsLayer> = {},
): PlacedLayer {
  const root = parseYaml(yaml).documents[0]?.root;
  if (root?.kind !== 'map') throw new Error('Settings stand in a map.');
  const layer: SettingsLayer = {
    kind: 'settings',
    carrier: 'values-file',
    dialect: 'helm',
    chart: { name: 'cilium' },
    address: { document: 0, path: [] },
    span: root.span,
    ...flattenSettings(root),
    ...parts,
  };
  return { uri: uriOf(path), layer };
}

/** A path as people write it; no key of a test holds a dot. */
export function keyPath(text: string): KeyPath {
  return text.split('.');
}

/** An effective value in short: `true from /repo/values.yaml`, `absent`, `unknown`, `structure from …`. */
export function inShort(effective: Effective): string {
  const origin = 'origin' in effective ? effective.origin : undefined;
  const value = effective.kind === 'known' ? JSON.stringify(effective.value) : effective.kind;
  return origin === undefined
    ? value
    : `${value} from ${decodeURIComponent(origin.placed.uri.slice('file://'.length))}`;
}

/** A release of these layers, lowest first, that may be any version unless a text such as `1.16.4` or `~1.15` says which. */
export function releaseOf(layers: readonly PlacedLayer[], version?: string): Release {
  const versions = version === undefined ? allVersions : versionsFrom(version);
  if (versions === undefined) throw new Error(`${String(version)} is no version.`);
  return {
    chart: 'cilium',
    layers,
    versions,
    versionEvidence: { kind: 'inferred' },
    path: '/repo',
    standing: 'installed',
    isSample: false,
    kernel: undefined,
  };
}
