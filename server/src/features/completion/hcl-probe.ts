import { probe, type KeyProbe, type TypedLine, type ValueProbe } from './probe.ts';

/** A key or a value of an object in Terraform's language: `kubeProxyReplacement = true`. */
export function hclProbe(line: TypedLine): KeyProbe | ValueProbe | undefined {
  return keyProbe(line) ?? valueProbe(line);
}

const keyBefore = /^(?<indent>[ \t]*)(?<typed>"?[\w-]*)$/;
const keyAfter = /^(?<rest>[\w-]*"?)[ \t]*(?:(?<equals>=)|#|$)/;

function keyProbe({ before, after, replaceWith }: TypedLine): KeyProbe | undefined {
  const groups = keyBefore.exec(before)?.groups;
  const behind = keyAfter.exec(after)?.groups;
  if (groups === undefined || behind === undefined) return undefined;
  const { indent = '' } = groups;
  const isFollowed = behind['equals'] !== undefined;
  return {
    kind: 'key',
    language: 'hcl',
    ...replaceWith(
      indent.length,
      before.length + (behind['rest'] ?? '').length,
      isFollowed ? probe : `${probe} = 0`,
    ),
    column: indent.length,
    hasColon: isFollowed,
    isInBraces: true,
    tail: '',
  };
}

function valueProbe({ before, after, replaceWith }: TypedLine): ValueProbe | undefined {
  const { space, typed } =
    /^[ \t]*"?[\w-]+"?[ \t]*=(?<space>[ \t]*)(?<typed>"?[\w.-]*)$/.exec(before)?.groups ?? {};
  if (space === undefined || typed === undefined) return undefined;
  const rest = /^[\w.-]*"?/.exec(after)?.[0] ?? '';
  const lead = space === '' ? ' ' : '';
  return {
    kind: 'value',
    language: 'hcl',
    ...replaceWith(before.length - typed.length, before.length + rest.length, `${lead}"${probe}"`),
    lead,
  };
}
