import type { MeshInstallFact } from '../facts/mesh-install.ts';
import {
  installedResourceHints,
  installOfDaemonSet,
  installsOfResource,
  switched,
  switchesOf,
  type MeshInstall,
} from '../knowledge/mesh-installs.ts';
import type { Reading } from '../knowledge/reading.ts';
import type { Reader } from '../source/reader.ts';
import { entryAtPath, knownText, nodeAt, valueAt } from '../yaml/navigate.ts';
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

/** The parts of a resource, as its switches have it. */
function withSwitches(object: KubernetesObject, parts: readonly MeshInstall[]): readonly MeshInstallFact[] {
  const { root, kind } = object;
  const { on, without } = switched(switchesOf(kind), (path) => readingAt(root, path));
  return [
    ...parts
      .filter(({ component }) => !without.has(component))
      .map((part) => installed(object, part, root.span)),
    ...on.map((one) => installed(object, one, placeOf(root, one.path), one.path.join('.'))),
  ];
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

function readingAt(root: YamlNode, path: KeyPath): Reading {
  const value = valueAt(root, path);
  return value === undefined || typeof value === 'string' ? { kind: value ?? 'absent' } : value;
}

/** The last key of a switch. */
function placeOf(root: YamlNode, path: KeyPath): Span {
  const entry = entryAtPath(root, path);
  return typeof entry === 'string' ? root.span : entry.key.span;
}
