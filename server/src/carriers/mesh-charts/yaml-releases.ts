import { meshWords } from '../../knowledge/mesh-installs.ts';
import type { Reader } from '../../source/reader.ts';
import { releasesOfAnsible } from './ansible.ts';
import { releasesOfArgo } from './argo.ts';
import { releasesOfFleet } from './fleet.ts';
import { releasesOfFlux } from './flux.ts';
import { releasesOfHelmfile } from './helmfile.ts';
import { releasesOfKustomize } from './kustomize.ts';
import { releasesOfObject } from './objects.ts';

/** What stands in every file that asks a tool for the release of a chart. */
const anyTool =
  /toolkit\.fluxcd\.io|argoproj\.io|helm\.cattle\.io|fleet\.cattle\.io|addons\.cluster\.x-k8s\.io|projectsveltos\.io|k0sproject\.io|helmChart|^helm:|releases:|(?:core|community\.kubernetes)\.helm\b/m;

/** The releases of meshes' charts that YAML asks for, in every form of delivery. */
export const meshReleaseReader: Reader = {
  kinds: ['yaml'],
  hints: meshWords,
  // A release may be called `cni`, and take its chart from a source in another file.
  paths: /(?:istio|linkerd|kuma|kong-mesh|consul)[^/]*\/.*\.ya?ml$/,
  read: (file) => {
    const { text } = file;
    if (!anyTool.test(text)) return [];
    return [
      ...releasesOfKustomize(file),
      ...file
        .yaml()
        .documents.flatMap((document) => [
          ...releasesOfFlux(document, text),
          ...releasesOfFleet(document, file),
          ...releasesOfArgo(document, text),
          ...releasesOfObject(document, text),
          ...releasesOfHelmfile(document, text),
          ...releasesOfAnsible(document, text),
        ]),
    ];
  },
};
