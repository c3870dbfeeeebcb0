import type { Ignorer } from '@stryker-mutator/api/ignore';

/**
 * Leaves out what a rule says of itself for lists and pages: it decides nothing, and
 * `test/unit/rules/catalogue.test.ts` and the generated docs hold it.
 */
export const catalogueTexts: Ignorer = {
  shouldIgnore(path) {
    const name = at(path, ['node', 'key', 'name']);
    return typeof name === 'string' && described.has(name) && isOfRule(path)
      ? 'what a rule says of itself for lists; the test of the catalogue holds it'
      : undefined;
  },
};

const described = new Set(['name', 'title', 'mendedBy', 'sources', 'severities']);

/** Whether a node of Babel's tree is a property of an object that is declared to be a `Rule`. */
function isOfRule(path: unknown): boolean {
  return at(path, ['parentPath', 'parentPath', 'node', 'id', ...declaredType]) === 'Rule';
}

const declaredType = ['typeAnnotation', 'typeAnnotation', 'typeName', 'name'];

function at(value: unknown, names: readonly string[]): unknown {
  return names.reduce<unknown>(
    (inner, name) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, name) : undefined),
    value,
  );
}
