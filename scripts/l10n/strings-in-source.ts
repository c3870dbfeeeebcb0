import ts from 'typescript';

/** A text that people see, as a bundle of translations knows it. */
export interface Translatable {
  /** The text, with its comment for translators behind a slash where it has one: what @vscode/l10n looks up. */
  readonly key: string;
  /** Where it stands: a file, from the root of the repository. */
  readonly file: string;
}

/** Every text that a module has translated: by `t('…')`, t`… ${…}`, `t({ message, comment })`, and the same with `l10n.t`. */
export function stringsInSource(file: string, text: string): readonly Translatable[] {
  const found: Translatable[] = [];
  const visit = (node: ts.Node): void => {
    const key = keyOf(node);
    if (key !== undefined) found.push({ key, file });
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest));
  return found;
}

function keyOf(node: ts.Node): string | undefined {
  if (ts.isTaggedTemplateExpression(node) && isTranslator(node.tag)) return templateKey(node.template);
  if (!ts.isCallExpression(node) || !isTranslator(node.expression)) return undefined;
  const [message] = node.arguments;
  if (message === undefined) return undefined;
  if (ts.isStringLiteralLike(message)) return message.text;
  return ts.isObjectLiteralExpression(message) ? describedKey(message) : undefined;
}

function isTranslator(node: ts.Expression): boolean {
  if (ts.isIdentifier(node)) return node.text === 't';
  return (
    ts.isPropertyAccessExpression(node) &&
    node.name.text === 't' &&
    ts.isIdentifier(node.expression) &&
    node.expression.text === 'l10n'
  );
}

function templateKey(template: ts.TemplateLiteral): string {
  if (ts.isNoSubstitutionTemplateLiteral(template)) return template.text;
  const rest = template.templateSpans.map(({ literal }, index) => `{${index}}${literal.text}`);
  return `${template.head.text}${rest.join('')}`;
}

function describedKey(description: ts.ObjectLiteralExpression): string | undefined {
  const [message, comment] = ['message', 'comment'].map((name) => {
    const found = description.properties.find(
      (property) =>
        ts.isPropertyAssignment(property) && ts.isIdentifier(property.name) && property.name.text === name,
    );
    return found !== undefined && ts.isPropertyAssignment(found) && ts.isStringLiteralLike(found.initializer)
      ? found.initializer.text
      : undefined;
  });
  if (message === undefined) return undefined;
  return comment === undefined ? message : `${message}/${comment}`;
}
