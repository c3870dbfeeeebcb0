import type { MeshInstallFact } from '../facts/mesh-install.ts';
import {
  installedResourceHints,
  installOfDaemonSet,
  installsOfResource,
  switchesOf,
  type MeshInstall,
  type MeshSwitch,
} from '../knowledge/mesh-installs.ts';
import type { Reader } from '../source/reader.ts';
import { entryAtPath, knownText, nodeAt, resolve } from '../yaml/navigate.ts';
import type { KeyPath, Span, YamlNode } from '../yaml/node.ts';
import { groupOf, objectsOf, type KubernetesObject } from './objects.ts';

/**
 * The parts of meshes that operators install by resources of their own (IstioOperator, those of Sail, OpenShift and
 * Tigera), and DaemonSets of charts that were rendered.
 */
export const meshInstallReader: Reader = {
  kinds: ['yaml'],
  hints: installedResourceHints,
  read: (file) => objectsOf(file.yaml()).flatMap(installsBy),
};

function installsBy(object: KubernetesObject): readonly MeshInstallFact[] {
  const { kind, name = '', root } = object;
  if (kind === 'DaemonSet') {
    const part = installOfDaemonSet(name);
    return part === undefined ? [] : [installed(object, part, root.span)];
  }
  const parts = installsOfResource(groupOf(object), kind);
  return parts.length === 0 ? [] : withSwitches(object, parts);
}

/** The parts of a resource, as its switches have it. One that only a template knows takes away what it could. */
function withSwitches(object: KubernetesObject, parts: readonly MeshInstall[]): readonly MeshInstallFact[] {
  const switches = switchesOf(object.kind).map((one) => ({ one, state: stateOf(object.root, one) }));
  const without = new Set(
    switches.flatMap(({ one: { removes, component }, state }) => {
      if (state === 'off') return [];
      return component === 'unchained-cni-plugin' ? ['cni-plugin'] : removes ? [component] : [];
    }),
  );
  const added = switches
    .filter(({ one, state }) => state === 'on' && !one.removes)
    .map(({ one }) => installed(object, one, placeOf(object.root, one.path), one.path.join('.')));
  return [...parts.map((part) => installed(object, part, object.root.span)), ...added].filter(
    ({ component }) => !without.has(component),
  );
}

function installed(
  { kind, name = '', namespace, root }: KubernetesObject,
  { mesh, component }: MeshInstall,
  span: Span,
  key?: string,
): MeshInstallFact {
  const version = knownText(nodeAt(root, ['spec', 'version']));
  const via = `${kind} ${name}`.trim();
  return {
    kind: 'mesh-install',
    mesh,
    component,
    name,
    namespace,
    version,
    via,
    key,
    isObject: true,
    span,
  };
}

function stateOf(root: YamlNode, { path, values }: MeshSwitch): 'on' | 'off' | 'unknown' {
  const node = nodeAt(root, path);
  if (typeof node === 'string') return node === 'unknown' ? 'unknown' : 'off';
  const scalar = resolve(node);
  if (scalar?.kind !== 'scalar') return 'off';
  if (scalar.value.kind === 'unknown') return 'unknown';
  const text = String(scalar.value.value);
  return values.some((value) => String(value) === text) ? 'on' : 'off';
}

/** The last key of a switch. */
function placeOf(root: YamlNode, path: KeyPath): Span {
  const entry = entryAtPath(root, path);
  return typeof entry === 'string' ? root.span : entry.key.span;
}
