import type { MeshReleaseFact } from '../../facts/mesh-install.ts';
import { itemsAt, knownText, nodeAt } from '../../yaml/navigate.ts';
import type { YamlDocument } from '../../yaml/node.ts';
import { helmModules } from '../ansible/helm-module.ts';
import { setValuesOf, settingsOfSetValues } from '../ansible/set-values.ts';
import { moduleCalls, type ModuleCall } from '../ansible/tasks.ts';
import { pathIn } from '../ansible/templates.ts';
import { inlineSwitches, meshRelease, switchesAt, textOf } from './release.ts';

/** The releases of meshes' charts that tasks of Ansible install. */
export function releasesOfAnsible(document: YamlDocument, text: string): readonly MeshReleaseFact[] {
  return moduleCalls(document, helmModules).flatMap((call) => {
    const said = (...keys: readonly string[]): string | undefined =>
      keys.map((key) => knownText(nodeAt(call.map, [key]))).find((value) => value !== undefined);
    const chart = said('chart_ref', 'chart');
    const isGone = ['absent', 'uninstalled'].includes(said('release_state', 'state') ?? '');
    if (chart === undefined || isGone) return [];
    const name = said('release_name', 'name') ?? chart;
    return meshRelease({
      via: `Ansible task for ${name}`,
      chart,
      evidence: [said('chart_repo_url')],
      name,
      namespace: said('release_namespace', 'namespace'),
      version: said('chart_version'),
      values: [
        ...filesOf(call),
        ...switchesAt(text, call.map, ['release_values']),
        ...switchesAt(text, call.map, ['values']),
        ...inlineSwitches(settingsOfSetValues(text, setValuesOf(text, call).items)),
      ],
      span: call.map.span,
    });
  });
}

function filesOf({ map }: ModuleCall): readonly { kind: 'file'; path: string; base: 'file' }[] {
  return itemsAt(map, ['values_files']).flatMap((item) => {
    const path = textOf(pathIn(item));
    return path === undefined ? [] : [{ kind: 'file', path, base: 'file' }];
  });
}
