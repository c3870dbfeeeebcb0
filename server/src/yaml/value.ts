import type { Scalar, ScalarNode, ScalarValue, UnknownReason } from './node.ts';
import { readBoolean, readNumber, readPlain } from './scalar.ts';

/** A substitution by Flux, Terraform or a shell: `${VAR}`, `${VAR:-x}`. Bare `$VAR` and `$(VAR)` are none in values. */
const substitutionForm = /\$\{[^}]*\}/;
/** SOPS writes each secret value as `ENC[AES256_GCM,data:…]`. */
const sopsForm = /^ENC\[[A-Za-z0-9_]+,/;
/** argocd-vault-plugin replaces `<path:…>` inside any string. */
const vaultPath = /<path:[^>]*>/;
/** helmfile's vals resolves strings that begin like `ref+vault://`. */
const valsReference = /^ref\+[a-z0-9]+:\/\//;

const known = (value: Scalar): ScalarValue => ({ kind: 'known', value });
const unknown = (reason: UnknownReason): ScalarValue => ({ kind: 'unknown', reason });

/** What a scalar says, from its decoded text, its style and its tag. */
export function readValue(text: string, style: ScalarNode['style'], tag: string | undefined): ScalarValue {
  if (tag !== undefined && isForeignTag(tag)) return unknown(foreignReason(tag));
  const reason = unknownReason(text);
  if (reason !== undefined) return unknown(reason);
  const value = tag !== undefined ? readTagged(text, tag) : style === 'plain' ? readPlain(text) : text;
  return value === undefined ? unknown('unreadable') : known(value);
}

/** One of these is in each of the above, and in few other texts. */
const mark = /[{$[<+]/;

/** Why a text leaves its value to another tool, or nothing if the text is the value. */
export function unknownReason(text: string): UnknownReason | undefined {
  if (!mark.test(text)) return undefined;
  if (text.includes('{{') || text.includes('{%')) return 'template';
  if (text.includes('${') && substitutionForm.test(text)) return 'substitution';
  if (text.startsWith('ENC[') && sopsForm.test(text)) return 'encrypted';
  if (text.includes('<path:') && vaultPath.test(text)) return 'substitution';
  if (text.startsWith('ref+') && valsReference.test(text)) return 'substitution';
  return undefined;
}

/** A tag that is not YAML's own, such as `!vault` or `!reference`: some tool puts a value in its place. */
export function isForeignTag(tag: string): boolean {
  return tag !== '!' && standardTag(tag) === undefined;
}

/** Why the value behind a foreign tag is unknown. */
export function foreignReason(tag: string): UnknownReason {
  return /vault|secret|encrypted|sops/i.test(tag) ? 'encrypted' : 'substitution';
}

function standardTag(tag: string): string | undefined {
  return /^(?:!!|!<tag:yaml\.org,2002:)([a-z]+)>?$/.exec(tag)?.[1];
}

function readTagged(text: string, tag: string): Scalar | undefined {
  switch (tag === '!' ? 'str' : standardTag(tag)) {
    case 'str':
    case 'timestamp':
      return text;
    case 'null':
      return null;
    case 'bool':
      return readBoolean(text);
    case 'int': {
      const number = readNumber(text);
      return number !== undefined && Number.isInteger(number) ? number : undefined;
    }
    case 'float':
      return readNumber(text);
    case 'merge':
      return text;
    default:
      return undefined;
  }
}
