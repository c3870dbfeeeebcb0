import type { Fact } from '../../facts/fact.ts';
import type { KustomizationFact } from '../../facts/kustomization.ts';
import type { SourceFile } from '../../source/file.ts';
import type { Reader } from '../../source/reader.ts';
import { itemsAt, nodeAt, resolve, stringAt, stringsAt } from '../../yaml/navigate.ts';
import type { MapNode, YamlNode } from '../../yaml/node.ts';
import { ownText } from '../../yaml/own-text.ts';
import { groupOf, kustomizationFile, kustomizationIn, type Kustomization } from './files.ts';
import { generatedObjects, generatorFiles } from './generators.ts';
import { namespaceAt, podLabelsOf } from './everything.ts';
import { fieldNames, oldFieldNames, valuesFilesOf } from './helm-chart-entry.ts';
import { inlinePatchesIn, type PatchesRead } from './inline-patches.ts';

/**
 * Reads what takes in which manifests: kustomizations with their generators and patches, and objects that have a folder
 * of a repository applied (Flux Kustomization, Argo CD Application and ApplicationSet).
 */
export const kustomizationReader: Reader = {
  kinds: ['yaml'],
  hints: ['kustomize.toolkit.fluxcd.io', 'argoproj.io'],
  paths: kustomizationFile,
  read: (file) => {
    const patches = inlinePatchesIn(file);
    const own = kustomizationIn(file);
    const objects = patches.flatMap((read) => read.objects);
    if (own === undefined) return [...applierFacts(file, patches), ...objects];
    return [kustomizationFact(own, file.text, patches), ...generatedObjects(own.root), ...objects];
  },
};

function kustomizationFact(
  { root }: Kustomization,
  text: string,
  patches: readonly PatchesRead[],
): KustomizationFact {
  const charts = [
    ...itemsAt(root, ['helmCharts']).flatMap((entry) => valuesFilesOf(entry, fieldNames)),
    ...itemsAt(root, ['helmChartInflationGenerator']).flatMap((entry) => valuesFilesOf(entry, oldFieldNames)),
  ];
  const read = ['crds', 'configurations', 'generators', 'transformers', 'validators'];
  return {
    kind: 'kustomization',
    role: stringAt(root, ['kind']) === 'Component' ? 'component' : 'kustomization',
    base: 'file',
    tool: 'kustomize',
    resources: [...stringsAt(root, ['resources']), ...stringsAt(root, ['bases'])].filter(isLocal),
    components: stringsAt(root, ['components']).filter(isLocal),
    patches: patches.flatMap((list) => list.patches),
    ...namespaceAt(root, ['namespace'], false),
    ...podLabelsOf(root),
    files: [...read.flatMap((field) => stringsAt(root, [field])), ...generatorFiles(root), ...charts].filter(
      isLocal,
    ),
    commentedOut: commentedEntries(text),
    span: root.span,
  };
}

function isLocal(path: string): boolean {
  return !/^[a-z]+:\/\/|^git@|\?ref=/.test(path);
}

/** `# - ./cilium.yaml`, `#  - values.yaml=./cilium-values.yaml`. */
function commentedEntries(text: string): readonly string[] {
  return [
    ...text.matchAll(/^[ \t]*#[# \t]*-[ \t]+(?:[\w.-]+=)?["']?([^\s"'#:]+)["']?[ \t]*(?:#.*)?$/gm),
  ].flatMap(([, path]) => (path === undefined ? [] : [ownText(path)]));
}

function applierFacts(file: SourceFile, patches: readonly PatchesRead[]): readonly Fact[] {
  return file.yaml().documents.flatMap(({ root: node, index }): readonly Fact[] => {
    const root = resolve(node);
    if (root?.kind !== 'map') return [];
    const fact = { kind: 'kustomization', role: 'applier', base: 'repository', span: root.span } as const;
    const none = { files: [], commentedOut: [] };
    switch (groupOf(root)) {
      case 'kustomize.toolkit.fluxcd.io': {
        // The path of an OCIRepository or a Bucket counts in what was pushed there, not in this repository.
        if (stringAt(root, ['spec', 'sourceRef', 'kind']) !== 'GitRepository') return [];
        // Without a path it applies a repository as a whole, which is then hardly the one it stands in.
        const path = folderPattern(root, ['spec', 'path']);
        if (path === undefined) return [];
        return [
          {
            ...fact,
            ...none,
            tool: 'flux',
            resources: [path],
            components: stringsAt(root, ['spec', 'components']),
            patches: patches.find(({ document }) => document === index)?.patches ?? [],
            ...namespaceAt(root, ['spec', 'targetNamespace'], false),
          },
        ];
      }
      case 'argoproj.io': {
        const resources = argoFolders(root);
        return resources.length === 0
          ? []
          : [
              {
                ...fact,
                ...none,
                tool: 'argo-cd',
                resources,
                components: [],
                patches: [],
                ...namespaceAt(root, destinationOf(root), true),
              },
            ];
      }
      default:
        return [];
    }
  });
}

/** Where an Application, or each one of an ApplicationSet, puts objects that name no namespace. */
function destinationOf(root: MapNode): readonly string[] {
  const isSet = stringAt(root, ['kind']) === 'ApplicationSet';
  return [...(isSet ? ['spec', 'template'] : []), 'spec', 'destination', 'namespace'];
}

/** The folders that an Application or an ApplicationSet has applied, also those that its generators go through. */
function argoFolders(root: MapNode): readonly string[] {
  const specs = [
    root,
    ...[nodeAt(root, ['spec', 'template'])].flatMap((node) => (typeof node === 'string' ? [] : [node])),
  ];
  const sources = specs.flatMap((spec) => [
    folderPattern(spec, ['spec', 'source', 'path']),
    ...itemsAt(spec, ['spec', 'sources']).map((source) => folderPattern(source, ['path'])),
  ]);
  const generated = itemsAt(root, ['spec', 'generators']).flatMap((generator) =>
    itemsAt(generator, ['git', 'directories']).map((directory) => folderPattern(directory, ['path'])),
  );
  return [...sources, ...generated].flatMap((path) => path ?? []);
}

/** The path at a key, with `*` for what a variable or a template decides. */
function folderPattern(root: YamlNode, path: readonly string[]): string | undefined {
  const node = nodeAt(root, path);
  const scalar = typeof node === 'string' ? undefined : resolve(node);
  if (scalar?.kind !== 'scalar' || scalar.text === '') return undefined;
  return scalar.text.replaceAll(/\{\{.*?\}\}|\$\{.*?\}/g, '*');
}
