import { t } from '@vscode/l10n';
import type { Fact } from '../facts/fact.ts';
import type { Location, Span } from '../facts/location.ts';
import { archiveAround } from '../source/chart-archive.ts';
import { pathOf } from '../source/file.ts';
import { meshTitle } from '../rules/wording/mesh-words.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { Overview } from './overview/model.ts';

/** Something of a workspace that people look for by its name. */
export interface MeshSymbol {
  readonly kind: 'install' | 'mesh' | 'policy' | 'namespace' | 'workload';
  readonly name: string;
  /** What it is, and where it belongs. */
  readonly detail: string;
  readonly uri: string;
  /** All of it. */
  readonly span: Span;
  /** Its name. */
  readonly nameSpan: Span;
}

/** The installs, meshes, policies and members of meshes of a workspace, by file and place. */
export function symbolsOf({ facts }: Pick<Workspace, 'facts'>, overview: Overview): readonly MeshSymbol[] {
  const ofFacts = facts.flatMap(({ uri, fact }) => {
    const described = describe(fact);
    return described === undefined ? [] : [{ ...described, uri }];
  });
  const all = [...installsIn(overview), ...ofFacts].filter(
    ({ uri }) => archiveAround(pathOf(uri)) === undefined,
  );
  const byPlace = new Map(
    all.map((symbol) => [`${symbol.uri} ${symbol.kind} ${symbol.name} ${symbol.nameSpan.start}`, symbol]),
  );
  return [...byPlace.values()];
}

function installsIn({ clusters }: Overview): readonly MeshSymbol[] {
  return clusters.flatMap(({ name, installs }) =>
    installs.map(({ title, at: { uri, span } }: { readonly title: string; readonly at: Location }) => ({
      kind: 'install' as const,
      name: title,
      detail: name === undefined ? '' : t`cluster ${name}`,
      uri,
      span,
      nameSpan: span,
    })),
  );
}

function describe(fact: Fact): Omit<MeshSymbol, 'uri'> | undefined {
  switch (fact.kind) {
    case 'mesh-install': {
      const { mesh, component, via, namespace, span } = fact;
      const name = `${meshTitle(mesh)}: ${component.replaceAll('-', ' ')}`;
      return { kind: 'mesh', name, detail: detailOf(via, namespace), span, nameSpan: span };
    }
    case 'network-policy':
    case 'mesh-policy': {
      const { name, resource, namespace, span, nameSpan } = fact;
      return { kind: 'policy', name, detail: detailOf(resource, namespace), span, nameSpan };
    }
    case 'enrolment': {
      const { enrolled, scope, namespace, workload, mesh, mode, span } = fact;
      const name = scope === 'namespace' ? namespace : workload;
      if (!enrolled || name === undefined) return undefined;
      const detail = t`in mesh (${meshTitle(mesh)} ${mode})`;
      return { kind: scope, name, detail, span, nameSpan: span };
    }
    default:
      return undefined;
  }
}

function detailOf(what: string, namespace: string | undefined): string {
  return namespace === undefined ? what : t`${what} in ${namespace}`;
}

/** Those whose name or kind holds the letters of a query in their order, as editors search; without a query all. */
export function matching(symbols: readonly MeshSymbol[], query: string): readonly MeshSymbol[] {
  const wanted = query.toLowerCase().replaceAll(/\s+/g, '');
  return symbols.filter(({ name, detail }) => holdsInOrder(`${name} ${detail}`.toLowerCase(), wanted));
}

function holdsInOrder(text: string, letters: string): boolean {
  let from = 0;
  for (const letter of letters) {
    const at = text.indexOf(letter, from);
    if (at === -1) return false;
    from = at + 1;
  }
  return true;
}
