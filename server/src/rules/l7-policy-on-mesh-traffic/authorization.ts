import type { HttpRequest, Layer7Rules } from '../../facts/policy.ts';
import type { Member } from './detect.ts';

/**
 * The rules of an AuthorizationPolicy of Istio that let the same requests through, as YAML on one line; absent where HTTP
 * rules ask for what it cannot say.
 *
 * @param callers all who may call; empty for anybody
 */
export function authorizationRules(
  { requests }: Layer7Rules,
  callers: readonly Member[],
): string | undefined {
  const operations = requests?.map(operationOf);
  if (operations === undefined || operations.includes(undefined)) return undefined;
  const to = operations.map((operation) => `{operation: {${operation ?? ''}}}`).join(', ');
  const principals = callers.map(principalOf);
  const isKnown = principals.length > 0 && principals.every((principal) => principal !== undefined);
  const from = isKnown
    ? `from: [{source: {principals: [${[...new Set(principals)].map(quoted).join(', ')}]}}], `
    : '';
  return `rules: [{${from}to: [${to}]}]`;
}

function operationOf({ method, path }: HttpRequest): string | undefined {
  const glob = path === undefined ? undefined : globOf(path);
  if (path !== undefined && glob === undefined) return undefined;
  if (method !== undefined && !/^[A-Z]+$/.test(method)) return undefined;
  return [
    ...(method === undefined ? [] : [`methods: [${quoted(method)}]`]),
    ...(glob === undefined ? [] : [`paths: [${quoted(glob)}]`]),
  ].join(', ');
}

/** Istio knows no regular expressions here, only texts, with a star at the end for whatever follows. */
function globOf(path: string): string | undefined {
  const [, text, rest] = /^\^?([\w/-]+)(\.\*)?\$?$/.exec(path) ?? [];
  return text === undefined ? undefined : text + (rest === undefined ? '' : '*');
}

/** How Istio calls whoever runs under a service account, in a mesh whose trust domain is the usual one. */
function principalOf({ pods: { namespace, workload } }: Member): string | undefined {
  const account = workload?.fact.serviceAccount;
  if (namespace === undefined || account === undefined) return undefined;
  return `cluster.local/ns/${namespace}/sa/${account}`;
}

function quoted(text: string): string {
  return JSON.stringify(text);
}
