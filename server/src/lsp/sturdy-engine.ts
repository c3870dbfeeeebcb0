import type { MeshLint } from '../features/mesh-lint.ts';
import { failure } from './guard.ts';

/**
 * An engine whose defects stay small: a file that a reader fails on counts as one without facts, and a rule that
 * fails costs the findings, not the server.
 */
export function sturdyEngine(lint: MeshLint, logError: (line: string) => void): MeshLint {
  const orElse = <T>(name: string, work: () => T, fallback: () => T): T => {
    try {
      return work();
    } catch (error) {
      logError(failure(name, error));
      return fallback();
    }
  };
  return {
    ...lint,
    update: (uri, text) =>
      orElse(
        `Reading ${uri}`,
        () => lint.update(uri, text),
        () => lint.remove(uri),
      ),
    prepare: function* () {
      try {
        yield* lint.prepare();
      } catch (error) {
        logError(failure('Checking the workspace', error));
      }
    },
    findings: () =>
      orElse(
        'Checking the workspace',
        () => lint.findings(),
        () => [],
      ),
    findingsIn: (uri) =>
      orElse(
        'Checking the workspace',
        () => lint.findingsIn(uri),
        () => [],
      ),
  };
}
