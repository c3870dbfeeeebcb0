import type { CarrierName } from '../../facts/settings.ts';
import { sourceFile, type SourceFile, type SourceKind } from '../../source/file.ts';
import type { Carrier } from '../carrier.ts';
import { releaseOfCommand } from '../mesh-charts/commands.ts';
import { factsOfCommand, type Origin } from './command-facts.ts';
import { readCommands } from './read-commands.ts';
import type { Script } from './script.ts';
import { writeInScripts } from './write/write-in-scripts.ts';

/** What kind of file holds scripts, and how they are found in it. */
export interface ScriptForm {
  readonly name: CarrierName;
  readonly kind: SourceKind;
  readonly hints: readonly string[];
  readonly scriptsOf: (file: SourceFile) => readonly Script[];
  /** The scripts are there to be read by people. */
  readonly isExample?: true;
}

/**
 * The carrier of `helm install|upgrade|template … --set a=b` and `cilium install --set a=b` in one kind of file. Every
 * command about a chart is a fact. What one that deploys the Cilium chart sets, or may set beyond what the file shows,
 * is a layer as well. One that installs the chart of a mesh says so besides.
 */
export function scriptCarrier({ name, kind, hints, scriptsOf, isExample }: ScriptForm): Carrier {
  const origin: Origin = isExample === true ? { carrier: name, isExample } : { carrier: name };
  return {
    name,
    kinds: [kind],
    hints,
    read: (file) =>
      readCommands(scriptsOf(file)).flatMap((placed, index) => [
        ...factsOfCommand(placed, index, origin),
        ...releaseOfCommand(placed, isExample === true),
      ]),
    write: (text, address, change) =>
      writeInScripts((edited) => scriptsOf(sourceFile('', kind, edited)), text, address, change),
  };
}
