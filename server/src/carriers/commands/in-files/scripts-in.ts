import type { SourceFile, SourceKind } from '../../../source/file.ts';
import { scriptsInYaml } from '../in-yaml/scripts-in-yaml.ts';
import { isMakefile } from '../makefile.ts';
import { wholeScript, type Script } from '../script.ts';
import { scriptsInDockerfile } from './dockerfile.ts';
import { scriptsInTiltfile } from '../tilt/tiltfile.ts';
import { scriptsInJustfile } from './justfile.ts';

/** Kinds of files whose scripts somebody runs. */
export const scriptKinds: readonly SourceKind[] = ['script', 'yaml', 'dockerfile', 'justfile', 'tiltfile'];

/** The scripts of a file, each as its shell gets to read it; none in a file that only shows them to people. */
export function scriptsIn(file: SourceFile): readonly Script[] {
  switch (file.kind) {
    case 'script':
      return [wholeScript(file.text, isMakefile(file.text) ? 'make' : 'shell')];
    case 'yaml':
      return scriptsInYaml(file);
    case 'dockerfile':
      return scriptsInDockerfile(file);
    case 'justfile':
      return scriptsInJustfile(file);
    case 'tiltfile':
      return scriptsInTiltfile(file);
    case 'markdown':
    case 'terraform':
      return [];
  }
}
