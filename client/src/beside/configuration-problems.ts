import { type Diagnostic, type Disposable, languages, type Uri } from 'vscode';
import type { HandleDiagnosticsSignature, StaticFeature } from 'vscode-languageclient';

import { isFromYamlExtension } from './yaml-extension.ts';

const configurationFile = /\/\.cilium-mesh-lint\.ya?ml$/;
const rule = 'invalid-configuration';

/** What the server said last of a configuration file. */
interface Said {
  readonly uri: Uri;
  readonly diagnostics: readonly Diagnostic[];
  readonly show: HandleDiagnosticsSignature;
  isLeftToOthers: boolean;
}

export interface ConfigurationProblems {
  /** Between the server and the editor. */
  readonly handleDiagnostics: (uri: Uri, diagnostics: Diagnostic[], show: HandleDiagnosticsSignature) => void;
  /** Follows what the YAML extension says, while a client runs. */
  readonly feature: StaticFeature;
}

/**
 * The YAML extension checks configuration files by the schema that this extension contributes. While it finds something in
 * one, the server's problems of the same kind are not shown: it would be said twice. Which of them speaks first is all one.
 */
export function configurationProblems(): ConfigurationProblems {
  const files = new Map<string, Said>();
  let following: Disposable | undefined;

  const showAgain = (said: Said): void => {
    const { uri, diagnostics, show } = said;
    said.isLeftToOthers = othersSpeakOf(uri);
    show(
      uri,
      diagnostics.filter((diagnostic) => !said.isLeftToOthers || codeOf(diagnostic) !== rule),
    );
  };

  return {
    handleDiagnostics: (uri, diagnostics, show) => {
      if (!configurationFile.test(uri.path)) {
        show(uri, diagnostics);
        return;
      }
      const said = { uri, diagnostics, show, isLeftToOthers: false };
      files.set(uri.toString(), said);
      showAgain(said);
    },
    feature: {
      fillClientCapabilities: () => undefined,
      initialize: () => {
        following = languages.onDidChangeDiagnostics(({ uris }) => {
          for (const uri of uris) {
            const said = files.get(uri.toString());
            if (said !== undefined && said.isLeftToOthers !== othersSpeakOf(uri)) showAgain(said);
          }
        });
      },
      getState: () => ({ kind: 'static' }),
      clear: () => {
        following?.dispose();
        files.clear();
      },
    },
  };
}

function othersSpeakOf(uri: Uri): boolean {
  return languages.getDiagnostics(uri).some(isFromYamlExtension);
}

function codeOf({ code }: Diagnostic): string | number | undefined {
  return typeof code === 'object' ? code.value : code;
}
