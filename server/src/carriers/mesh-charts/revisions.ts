import type { MeshRevisionFact } from '../../facts/mesh-revision.ts';
import type { Reader } from '../../source/reader.ts';
import { scriptKinds } from '../commands/in-files/scripts-in.ts';

/**
 * Revisions of Istio, and tags for them, by the lines that name them: `revision` and `revisionTags` in values of its charts and
 * in resources of its operators, arguments of `istioctl` and `helm`. They are suggestions only, so that no form needs to be
 * understood (https://istio.io/latest/docs/setup/upgrade/canary/).
 */
export const meshRevisionReader: Reader = {
  kinds: scriptKinds,
  hints: ['revision:', 'revisionTags', '--revision', 'revision=', 'istioctl tag', 'IstioRevision'],
  isTextual: true,
  read: ({ path, text }) => (/istio/i.test(`${path}\n${text}`) ? revisionsIn(text) : []),
};

const name = String.raw`["']?(?<name>[a-z0-9](?:[\w.-]*[a-z0-9])?)["']?`;
const patterns: readonly RegExp[] = [
  new RegExp(String.raw`^[ \t]*(?:- +)?(?:revision|defaultRevision):[ \t]+${name}[ \t]*(?:#.*)?$`, 'gm'),
  new RegExp(String.raw`\bkind:[ \t]+IstioRevision(?:Tag)?\s+metadata:\s+name:[ \t]+${name}[ \t]*$`, 'gm'),
  new RegExp(String.raw`\bistio(?:[^\n]|\\\r?\n){0,400}?(?:--revision[= ]|[\s,]revision=)${name}`, 'g'),
  new RegExp(String.raw`\bistioctl (?:x )?tag (?:set|generate) ${name}`, 'g'),
];
const tagList = /\brevisionTags:[ \t]*(?:\[(?<inline>[^\]\n]*)\]|(?:#.*)?(?<block>(?:\r?\n[ \t]*- .*)+))/g;
const tag = new RegExp(String.raw`(?<=(?:^|[,\n])[ \t]*(?:- +)?)${name}(?=[ \t\r]*(?:,|#|$))`, 'gm');

function revisionsIn(text: string): readonly MeshRevisionFact[] {
  const single = patterns.flatMap((pattern) => [...text.matchAll(pattern)].map((match) => factOf(match, 0)));
  const listed = [...text.matchAll(tagList)].flatMap(({ 0: whole, index, groups }) => {
    const list = groups?.['inline'] ?? groups?.['block'] ?? '';
    return [...list.matchAll(tag)].map((match) => factOf(match, index + whole.lastIndexOf(list)));
  });
  return [...single, ...listed];
}

/** @param offset where the text that was searched begins */
function factOf({ 0: whole, index, groups }: RegExpExecArray, offset: number): MeshRevisionFact {
  const { name: found = '' } = groups ?? {};
  const start = offset + index + whole.lastIndexOf(found);
  return { kind: 'mesh-revision', name: found, span: { start, end: start + found.length } };
}
