import type { MeshReleaseFact, MeshValuesSource } from '../../facts/mesh-install.ts';
import { namesMesh } from '../../knowledge/mesh-installs.ts';
import type { Reader } from '../../source/reader.ts';
import { attributeOf, type Block, type Expression } from '../terraform/hcl/node.ts';
import { parseHcl } from '../terraform/hcl/parse.ts';
import { encodingFunctions, helmBlockHints, helmBlocksIn } from '../terraform/helm-blocks.ts';
import { localsOf, namedText, pathText, resolvedExpression, type Locals } from '../terraform/references.ts';
import { setValuesOf } from '../terraform/set-blocks.ts';
import { settingsOfHeredoc, settingsOfObject } from '../terraform/settings.ts';
import { inlineSwitches, meshRelease, textOf } from './release.ts';

/** The releases of meshes' charts that Terraform makes. */
export const terraformMeshReader: Reader = {
  kinds: ['terraform'],
  hints: helmBlockHints,
  read: ({ text }) => {
    if (!namesMesh(text)) return [];
    const body = parseHcl(text);
    const locals = localsOf(body);
    return helmBlocksIn(body).flatMap((block) => releaseOf(text, block, locals));
  },
};

function releaseOf(text: string, { body, labels, span }: Block, locals: Locals): readonly MeshReleaseFact[] {
  const said = (name: string): string | undefined => textOf(namedText(body, name, locals));
  const chart = said('chart');
  if (chart === undefined) return [];
  const label = labels[1] ?? chart;
  const list = attributeOf(body, 'values');
  const values = list === undefined ? undefined : resolvedExpression(list, locals);
  const items = values?.kind === 'list' ? values.items : [];
  return meshRelease({
    via: labels.join(' '),
    chart,
    evidence: [said('repository'), label],
    name: said('name') ?? label,
    namespace: said('namespace'),
    version: said('version'),
    values: [
      ...items.flatMap((item) => valuesOf(text, item, locals)),
      ...inlineSwitches(setValuesOf(body)?.settings ?? []),
    ],
    span,
  });
}

function valuesOf(text: string, item: Expression, locals: Locals): readonly MeshValuesSource[] {
  const value = resolvedExpression(item, locals);
  if (value.kind === 'heredoc') return inlineSwitches(settingsOfHeredoc(text, value)?.settings ?? []);
  const [argument] = value.kind === 'call' ? value.arguments : [];
  if (value.kind !== 'call' || argument === undefined) return [];
  if (encodingFunctions.has(value.name)) {
    const object = resolvedExpression(argument, locals);
    return object.kind === 'object' ? inlineSwitches(settingsOfObject(object).settings) : [];
  }
  const path = pathText(argument, locals);
  return path === undefined ? [] : [{ kind: 'file', path, base: 'file' }];
}
