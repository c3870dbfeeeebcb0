import type { SourceFile } from '../../../source/file.ts';
import type { Script } from '../script.ts';
import { argumentListScript, shellScriptIn } from './argument-list.ts';
import { findScripts, type FoundScript } from './find-scripts.ts';
import { scalarScript } from './scalar-script.ts';

/** Every script and command line in a YAML file, each as its shell gets to read it. */
export function scriptsInYaml(file: SourceFile): readonly Script[] {
  return file
    .yaml()
    .documents.flatMap((document) =>
      findScripts(document).flatMap((found) => scriptOf(file.text, found) ?? []),
    );
}

function scriptOf(text: string, found: FoundScript): Script | undefined {
  if (found.kind === 'text') return scalarScript(text, found.place);
  const inShell = shellScriptIn(found.command);
  return inShell === undefined ? argumentListScript(text, found.command) : scalarScript(text, inShell);
}
