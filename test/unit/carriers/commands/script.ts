import { helmCommandCarrier } from '../../../../server/src/carriers/commands/helm-command.ts';
import { applyEdits, type Change } from '../../../../server/src/edits/edit.ts';
import type { HelmCommandFact } from '../../../../server/src/facts/command.ts';
import type { Fact } from '../../../../server/src/facts/fact.ts';
import type { SettingsLayer, SettingValue } from '../../../../server/src/facts/settings.ts';
import { sourceFile } from '../../../../server/src/source/file.ts';

/** All facts of a script. */
export function factsIn(text: string): readonly Fact[] {
  return helmCommandCarrier.read(sourceFile('file:///w/install.sh', 'script', text));
}

export function commandsIn(text: string): readonly HelmCommandFact[] {
  return factsIn(text).filter((fact) => fact.kind === 'helm-command');
}

export function layersIn(text: string): readonly SettingsLayer[] {
  return factsIn(text).filter((fact) => fact.kind === 'settings');
}

/** What the arguments of a script's only command set, maps left out: `a.b` with its value, `?` where that is unknown. */
export function settingsIn(text: string): Readonly<Record<string, unknown>> {
  const settings = layersIn(text).find(({ address }) => address.path.length === 0)?.settings ?? [];
  return Object.fromEntries(
    settings.flatMap(({ path, value }) => (value.kind === 'map' ? [] : [[path.join('.'), plain(value)]])),
  );
}

function plain(value: SettingValue): unknown {
  switch (value.kind) {
    case 'known':
      return value.value;
    case 'unknown':
      return '?';
    case 'list':
      return value.items.map(plain);
    case 'map':
      return {};
  }
}

/** A script after a change in one of its commands (or in the values that stand at `path`), or the reason against it. */
export function written(text: string, change: Change, command = 0, path: readonly string[] = []): string {
  const result = helmCommandCarrier.write(text, { document: command, path }, change);
  return result.ok ? applyEdits(text, result.edits) : `refused: ${result.reason}`;
}
