import picomatch from 'picomatch';
import type { ConfigurationFact, ConfiguredSeverity } from '../facts/configuration.ts';
import type { Placed } from '../facts/fact.ts';
import { pathOf } from '../source/file.ts';
import { folderOf } from './paths.ts';

/** What the configuration files of a workspace say, as questions. Paths are decoded. */
export interface Configuration {
  /** The cluster that a file is said to belong to; absent where no cluster names it. */
  readonly clusterOf: (path: string) => string | undefined;
  /** Whether a file is to be treated as if it were not there. */
  readonly isIgnored: (path: string) => boolean;
  /** How loudly a rule is to speak about a file; absent where nothing says. */
  readonly severityOf: (rule: string, path: string) => ConfiguredSeverity | undefined;
  /** Whether findings of a rule in a file are meant to be. */
  readonly isSuppressed: (rule: string, path: string) => boolean;
  /** The version of installs below a path that name none. */
  readonly ciliumVersionFor: (path: string) => string | undefined;
  /** The oldest kernel below a path, such as `5.15`. */
  readonly kernelFor: (path: string) => string | undefined;
}

/** The configuration of a workspace. A file holds for its folder and all below; the nearest one that says something counts. */
export function configurationOf(facts: readonly Placed[]): Configuration {
  const scopes = facts
    .flatMap(({ uri, fact }) => (fact.kind === 'configuration' ? [scopeOf(pathOf(uri), fact)] : []))
    .sort((one, other) => other.folder.length - one.folder.length);
  const nearest = <T>(
    path: string,
    ask: (scope: Scope, relative: string) => T | undefined,
  ): T | undefined => {
    for (const scope of scopes) {
      const relative = relativeTo(scope.folder, path);
      const answer = relative === undefined ? undefined : ask(scope, relative);
      if (answer !== undefined) return answer;
    }
    return undefined;
  };
  return {
    clusterOf: (path) =>
      nearest(path, ({ clusters }, relative) => clusters.find(({ holds }) => holds(relative))?.name),
    isIgnored: (path) => nearest(path, ({ ignores }, relative) => ignores(relative) || undefined) === true,
    severityOf: (rule, path) => nearest(path, ({ severities }) => severities[rule]),
    isSuppressed: (rule, path) =>
      nearest(path, ({ suppresses }, relative) => suppresses(rule, relative) || undefined) === true,
    ciliumVersionFor: (path) => nearest(path, ({ ciliumVersion }) => ciliumVersion),
    kernelFor: (path) => nearest(path, ({ kernel }) => kernel),
  };
}

/** A workspace without any configuration file. */
export const noConfiguration: Configuration = configurationOf([]);

type Matcher = (relative: string) => boolean;

interface Scope extends Pick<ConfigurationFact, 'severities' | 'ciliumVersion' | 'kernel'> {
  readonly folder: string;
  readonly clusters: readonly { readonly name: string; readonly holds: Matcher }[];
  readonly ignores: Matcher;
  readonly suppresses: (rule: string, relative: string) => boolean;
}

function scopeOf(path: string, fact: ConfigurationFact): Scope {
  const suppressions = fact.suppressions.map(({ rule, include }) => ({ rule, holds: matcherOf(include) }));
  return {
    folder: folderOf(path),
    clusters: fact.clusters.map(({ name, include }) => ({ name, holds: matcherOf(include) })),
    ignores: matcherOf(fact.ignore),
    suppresses: (rule, relative) =>
      suppressions.some((suppression) => suppression.rule === rule && suppression.holds(relative)),
    severities: fact.severities,
    ciliumVersion: fact.ciliumVersion,
    kernel: fact.kernel,
  };
}

function matcherOf(globs: readonly string[]): Matcher {
  const fromHere = globs.map((glob) => glob.replace(/^\.?\//, '').replace(/\/$/, '/**'));
  return fromHere.length === 0 ? () => false : picomatch(fromHere, { dot: true });
}

function relativeTo(folder: string, path: string): string | undefined {
  return path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : undefined;
}
