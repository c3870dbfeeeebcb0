import { t } from '@vscode/l10n';
import type { Placed } from '../../facts/fact.ts';
import type { MeshInstallFact } from '../../facts/mesh-install.ts';
import type { Related } from '../finding.ts';
import { meshTitle } from '../wording/mesh-words.ts';
import { ciliumOf, unlessLeftOver } from '../wording/release-words.ts';
import { capitalized, code, listed, listedAtMost, unique } from '../wording/words.ts';
import type { EvictedPlugin, Evicting } from './detect.ts';
import { remedyFor } from './fixes.ts';

/** Fact, consequence, action. */
export function evictionMessage(evicting: Evicting): string {
  return t`${fact(evicting)}. ${consequence(evicting)}. Set ${code(remedyFor(evicting.takeover))}.`;
}

function fact({ takeover, plugins, clusterName }: Evicting): string {
  const { release, exclusive, certain, decidedBy, isOvertaken } = takeover;
  const cilium = ciliumOf(release, exclusive, certain);
  const subject = capitalized(unlessLeftOver(cilium, isOvertaken));
  const where = clusterName === undefined ? t('the node') : t`a node of cluster ${code(clusterName)}`;
  const names = listed(
    plugins.map(({ mesh, installs }) => t`that of ${meshTitle(mesh)} (${viaOf(installs)})`),
  );
  return decidedBy === undefined
    ? t`${subject} by default takes every CNI configuration but its own out of ${where}, and ${names} with it`
    : t`${subject} takes every CNI configuration but its own out of ${where}, and ${names} with it`;
}

function viaOf(installs: readonly Placed<MeshInstallFact>[]): string {
  return listedAtMost(unique(installs.map(({ fact: { via } }) => code(via))), 2);
}

/** Consequences that several meshes share are told once. */
function consequence({ plugins }: Evicting): string {
  const told = unique(plugins.map(({ eviction }) => t(eviction.consequence)));
  return capitalized(listed(told));
}

/** Where a plugin is installed: at most three places of each mesh. */
export function evidenceOf({ mesh, installs }: EvictedPlugin): readonly Related[] {
  return installs.slice(0, 3).map(({ uri, fact: install }) => ({
    at: { uri, span: install.span },
    message: bringsPlugin(install)
      ? t`The CNI plugin of ${meshTitle(mesh)} comes by ${code(install.via)}.`
      : t`${code(install.via)} needs the CNI plugin of ${meshTitle(mesh)}.`,
  }));
}

/** A proxy on the node, and a control plane that is told that there is a plugin, rely on what something else installs. */
function bringsPlugin({ component, key = '' }: MeshInstallFact): boolean {
  return component === 'cni-plugin' && !reliesOnPlugin.test(key);
}

/** Keys of the charts `istiod` and `linkerd-control-plane`, and of a resource `Istio`. */
const reliesOnPlugin = /(?:^|\.)(?:pilot\.cni|istio_cni)\.enabled$|(?:^|\.)cniEnabled$/;
