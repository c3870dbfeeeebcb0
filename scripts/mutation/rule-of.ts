import { ruleNames, type RuleName } from '../../server/src/rules/names.ts';

/** The rule to whose folder a source file belongs; none for what rules share, and outside of rules/. */
export function ruleOf(source: string): RuleName | undefined {
  const folder = /(?:^|\/)rules\/([^/]+)\//.exec(source.replaceAll('\\', '/'))?.[1];
  return ruleNames.find((name) => name === folder);
}
