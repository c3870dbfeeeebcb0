import { allKeys, keyIn } from './keys.ts';
import type { KeyPath } from './reading.ts';
import type { CiliumVersion } from './version-range.ts';

/** Keys such as `nodeSelector.kubernetes.io/os`: the last segment is the name of a label. */
const labelName = /[^.]+\.[^./]+\/[^.]+$/;

function pathOf(key: string): KeyPath {
  const label = labelName.exec(key);
  if (label === null) return key.split('.');
  return [
    ...key
      .slice(0, label.index)
      .split('.')
      .filter((segment) => segment !== ''),
    label[0],
  ];
}

let paths: readonly KeyPath[] | undefined;

/** The names that a version of the chart knows right below a key, in alphabetical order. */
export function childrenOf(parent: KeyPath, version: CiliumVersion): readonly string[] {
  const names = pathsBelow(parent).map((path) => path[parent.length] ?? '');
  return [...new Set(names)].filter((name) => keyIn([...parent, name], version) !== undefined);
}

/** The keys below another one that hold a value in a version, from the root. */
export function leavesBelow(parent: KeyPath, version: CiliumVersion): readonly KeyPath[] {
  return pathsBelow(parent).filter((path) => {
    const key = keyIn(path, version);
    return key !== undefined && key.presence !== 'map';
  });
}

function pathsBelow(parent: KeyPath): readonly KeyPath[] {
  paths ??= allKeys().map(pathOf);
  return paths.filter(
    (path) => path.length > parent.length && parent.every((segment, index) => path[index] === segment),
  );
}
