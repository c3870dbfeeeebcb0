import { inWorkspace } from '../checks.ts';
import type { Rule } from '../rule.ts';
import { clustersOrWhole } from '../whole-workspace.ts';
import { retiredMeshesIn } from './meshes.ts';
import { deprecatedFieldsIn } from './objects.ts';
import { deprecatedSettingsIn } from './settings.ts';

/** What is used here is deprecated, or its mesh is retired. */
export const deprecatedFeature: Rule = {
  name: 'deprecated-feature',
  title: 'What is used here is deprecated, or its mesh is retired',
  mendedBy: '',
  severities: ['warning', 'information'],
  sources: [
    'https://docs.cilium.io/en/stable/operations/upgrade/',
    'https://learn.microsoft.com/en-us/azure/aks/open-service-mesh-about',
    'https://docs.aws.amazon.com/app-mesh/latest/userguide/what-is-app-mesh.html',
    'https://github.com/nginxinc/nginx-service-mesh',
  ],
  check: inWorkspace((checked) => {
    const { isSample } = checked;
    return [
      ...clustersOrWhole(checked).flatMap((cluster) => [
        ...deprecatedSettingsIn(cluster),
        ...deprecatedFieldsIn(cluster, isSample),
      ]),
      ...retiredMeshesIn(checked.facts),
    ];
  }),
};
