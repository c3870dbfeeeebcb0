import { t } from '@vscode/l10n';
import type { MeshPresence } from '../../workspace/mesh-presence.ts';
import { hostRouting, type RoutedInstall } from '../../knowledge/host-routing.ts';
import { keyOf } from '../../knowledge/setting-keys.ts';
import type { Concept } from '../../knowledge/setting-rows.ts';
import { switchOf } from '../../knowledge/settings.ts';
import { socketLbVerdict } from '../../knowledge/socket-lb.ts';
import type { CiliumVersion } from '../../knowledge/versions.ts';
import { installedBy, readingOf } from '../../workspace/release-reading.ts';
import type { Release } from '../../workspace/releases/release.ts';
import { ofKind } from '../../workspace/of-kind.ts';
import type { Cluster } from '../../workspace/clusters.ts';
import type { NeedOverview } from './model.ts';

interface Need {
  readonly concept: Concept;
  readonly wanted: 'on' | 'off';
  readonly why: () => string;
  readonly isFor: (cluster: Cluster, meshes: readonly MeshPresence[]) => boolean;
  /** Whether this version, with the values of this install, does without it anyway. */
  readonly isMoot: (version: CiliumVersion, install: RoutedInstall) => boolean;
}

/** What meshes ask of Cilium (docs/compatibility.md has the whole table). */
const needs: readonly Need[] = [
  {
    concept: 'hostNamespaceOnly',
    wanted: 'on',
    why: () => t('the mesh sees which Service is called'),
    isFor: (_cluster, meshes) => meshes.length > 0,
    isMoot: (version, { read, installedBy: dialect }) =>
      socketLbVerdict(version, read, dialect).place === 'off',
  },
  {
    concept: 'cniExclusive',
    wanted: 'off',
    why: () => t("the mesh's CNI plugin stays in the configuration of the node"),
    isFor: ({ facts }) => ofKind(facts, 'mesh-install').some(({ fact }) => fact.component === 'cni-plugin'),
    isMoot: () => false,
  },
  {
    concept: 'hostLegacyRouting',
    wanted: 'on',
    why: () => t("the kubelet's probes reach pods of the ambient mesh where masquerading is done by BPF"),
    isFor: (_cluster, meshes) => meshes.some(({ mode, mesh }) => mesh === 'istio' && mode === 'ambient'),
    isMoot: (version, install) => hostRouting(version, install).routing === 'legacy',
  },
];

/** The keys that the meshes of a cluster ask for, in the newest version that an install may be, and whether they are set. */
export function needsOf(
  release: Release,
  cluster: Cluster,
  meshes: readonly MeshPresence[],
): readonly NeedOverview[] {
  const version = release.versions.versions.at(-1);
  if (version === undefined) return [];
  const dialect = installedBy(release);
  const install = { read: readingOf(release), installedBy: dialect, kernel: release.kernel };
  return needs
    .filter(({ isFor }) => isFor(cluster, meshes))
    .flatMap(({ concept, wanted, why, isMoot }) => {
      const path = keyOf(concept, version, dialect);
      const state = switchOf(concept, version, install.read, dialect);
      if (state !== wanted && isMoot(version, install)) return [];
      return [
        {
          setting: path && `${path.join('.')}: ${wanted === 'on'}`,
          why: why(),
          state: state === 'unknown' ? 'unknown' : state === wanted ? 'set' : 'missing',
        },
      ];
    });
}
