import type { MeshReleaseFact, MeshValuesSource } from '../../facts/mesh-install.ts';
import { readHereDocument } from '../commands/here-documents.ts';
import type { PlacedCommand } from '../commands/read-commands.ts';
import { settingsOf } from '../commands/settings.ts';
import { inlineSwitches, meshRelease, placedSettings } from './release.ts';

/** The release of a mesh's chart that a `helm install|upgrade|template` of a script makes. */
export function releaseOfCommand(
  { command, script }: PlacedCommand,
  isExample: boolean,
): readonly MeshReleaseFact[] {
  const { fact, valuesFiles, sets } = command;
  if (fact.tool !== 'helm' || !fact.deploys) return [];
  const name = fact.release ?? fact.chart;
  const span = { start: script.placeOf(fact.span.start), end: script.placeOf(fact.span.end) };
  const files = valuesFiles.flatMap(({ file, document }): readonly MeshValuesSource[] => {
    const written = document && readHereDocument(script.text, document);
    if (written !== undefined) return inlineSwitches(placedSettings(written.settings, script));
    return file.kind === 'text' ? [{ kind: 'file', path: file.text, base: 'file' }] : [];
  });
  return meshRelease({
    via: `helm ${fact.verb} ${name}`,
    chart: fact.chart,
    evidence: [repositoryOf(command)],
    name,
    namespace: fact.namespace,
    version: fact.version?.kind === 'text' ? fact.version.text : undefined,
    values: [...files, ...inlineSwitches(placedSettings(settingsOf(sets).settings, script))],
    ...(isExample ? { isExample } : {}),
    span,
  });
}

/** From `--repo`. */
function repositoryOf({ arguments: args }: PlacedCommand['command']): string | undefined {
  const flag = args.find((argument) => argument.kind === 'flag' && argument.name === 'repo');
  return flag?.kind === 'flag' ? flag.value?.word.text : undefined;
}
