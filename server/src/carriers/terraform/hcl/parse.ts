import { endOfLine, maxDepth, readIdentifier, skipBlanks, take, type Cursor } from './cursor.ts';
import { readExpression, skipExpression } from './expression.ts';
import type { Attribute, Block, Body } from './node.ts';

/**
 * Reads the attributes and blocks of a Terraform file by the syntax of HCL
 * (https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md). Never throws: what is no HCL is passed over.
 */
export function parseHcl(text: string): Body {
  return readBody({ text, at: 0, depth: 0 });
}

/** Reads up to the closing brace, which is left. */
function readBody(cursor: Cursor): Body {
  const attributes: Attribute[] = [];
  const blocks: Block[] = [];
  for (;;) {
    skipBlanks(cursor, true);
    if (cursor.at >= cursor.text.length || cursor.text.charAt(cursor.at) === '}')
      return { attributes, blocks };
    const start = cursor.at;
    const name = readIdentifier(cursor);
    const nameSpan = { start, end: cursor.at };
    skipBlanks(cursor, false);
    if (name === undefined) {
      cursor.at = Math.max(start + 1, endOfLine(cursor.text, start));
    } else if (cursor.text.charAt(cursor.at) === '=' && cursor.text.charAt(cursor.at + 1) !== '=') {
      cursor.at += 1;
      attributes.push({ name, nameSpan, value: readExpression(cursor, false) });
    } else {
      const block = readBlock(cursor, name, start);
      if (block !== undefined) blocks.push(block);
    }
  }
}

function readBlock(cursor: Cursor, type: string, start: number): Block | undefined {
  const labels: string[] = [];
  for (;;) {
    skipBlanks(cursor, false);
    const quoted = /^"([^"\\\r\n]*)"/.exec(cursor.text.slice(cursor.at, cursor.at + 300));
    const label = quoted?.[1] ?? readIdentifier(cursor);
    if (label === undefined) break;
    cursor.at += quoted?.[0].length ?? 0;
    labels.push(label);
  }
  if (!take(cursor, '{')) {
    cursor.at = endOfLine(cursor.text, cursor.at);
    return undefined;
  }
  if (cursor.depth >= maxDepth) {
    skipExpression(cursor, true);
    return undefined;
  }
  cursor.depth += 1;
  const body = readBody(cursor);
  cursor.depth -= 1;
  take(cursor, '}');
  return { type, labels, body, span: { start, end: cursor.at } };
}
