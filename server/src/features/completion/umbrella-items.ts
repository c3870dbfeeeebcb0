import { t } from '@vscode/l10n';
import { newestStable } from '../../knowledge/newest.ts';
import { pathOf } from '../../source/file.ts';
import { nameOf } from '../../workspace/paths.ts';
import { isObject } from '../../manifests/pods-in-values.ts';
import { keyName, resolve } from '../../yaml/navigate.ts';
import { parseYaml } from '../../yaml/parse.ts';
import type { FileView } from '../file-view.ts';
import { keysOfCilium } from '../values-by-place.ts';
import { ranks, type Completion } from './completion.ts';
import type { KeyProbe } from './probe.ts';

/** The names under which a chart hands values on to Cilium, at the root of its own values, where they are not there yet. */
export function umbrellaItems(at: KeyProbe, view: FileView): readonly Completion[] {
  if (at.column > 0 || at.isInBraces || !/values/i.test(nameOf(pathOf(view.uri)))) return [];
  const names = keysOfCilium(view);
  if (names.length === 0) return [];
  const maps = parseYaml(at.text).documents.flatMap(({ root: node }) => {
    const root = resolve(node);
    return root?.kind === 'map' ? [root] : [];
  });
  if (maps.some(isObject)) return [];
  const present = new Set(maps.flatMap(({ entries }) => entries.map(({ key }) => keyName(key))));
  return [...new Set(names)]
    .filter((name) => !present.has(name))
    .map((name) => ({
      label: name,
      kind: 'map',
      detail: t('values of Cilium'),
      insert: at.hasColon ? [name] : [`${name}:`, '\n  '],
      replace: at.replace,
      rank: ranks.important,
      topic: { kind: 'key', path: [], dialect: 'helm', version: newestStable },
    }));
}
