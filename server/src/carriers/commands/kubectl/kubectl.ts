import type { FlagSyntax } from '../arguments.ts';
import type { SimpleCommand } from '../shell/command.ts';
import type { Word } from '../shell/word.ts';
import { findProgram } from '../tool-call.ts';

/** Flags with a value of `kubectl label` and `kubectl annotate`, and those of every command. */
export const kubectlFlags: FlagSyntax = {
  withValue: new Set(
    (
      'namespace context cluster user kubeconfig server token as as-group as-uid certificate-authority client-certificate ' +
      'client-key cache-dir request-timeout tls-server-name selector field-selector filename kustomize output template ' +
      'resource-version field-manager v'
    ).split(' '),
  ),
  short: {
    n: 'namespace',
    s: 'server',
    l: 'selector',
    f: 'filename',
    k: 'kustomize',
    o: 'output',
    A: 'all-namespaces',
  },
};

/** The words behind `kubectl` or `oc`; absent where a command runs neither. */
export function kubectlIn(command: SimpleCommand): readonly Word[] | undefined {
  const found = findProgram(command, (word) =>
    /^(?:.*\/)?(?:kubectl|oc)$/.test(word.text) ? 'kubectl' : undefined,
  );
  return found === undefined ? undefined : command.words.slice(found[1] + 1);
}
