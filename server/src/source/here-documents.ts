import type { Span } from '../yaml/node.ts';

/** A here-document of a script that a command hands on as manifests. */
export interface ManifestDocument {
  /** Its lines, without the one that ends them. */
  readonly body: Span;
  /** The shell puts variables and substitutions in: the delimiter is not quoted. */
  readonly expands: boolean;
}

const beginning = /(?<!<)<<(-?)[ \t]*(["'\\]?)([A-Za-z_]\w*)\2(?![\w"'])/;

/** Whether a script may hold manifests in a here-document, told without looking at its lines. */
export function mayWriteManifests(text: string): boolean {
  return text.includes('<<') && /^[ \t]*apiVersion:/m.test(text) && beginning.test(text);
}

/**
 * The here-documents with Kubernetes objects that a script applies (`kubectl apply -f - <<EOF`, `istioctl install -f -`) or
 * writes to a file (`cat > cilium.yaml <<EOF`, `tee`), in file order. What it deletes, only tries or shows to people is
 * left out.
 */
export function manifestDocuments(text: string): readonly ManifestDocument[] {
  const found: ManifestDocument[] = [];
  let command = '';
  for (let at = 0; at < text.length;) {
    const end = endOfLine(text, at);
    const line = text.slice(at, end);
    command = command.endsWith('\\\n') ? `${command}${line}\n` : `${line}\n`;
    at = end + 1;
    const opening = /^[ \t]*#/.test(line) ? null : beginning.exec(line);
    if (opening === null) continue;
    const [, strips = '', quote = '', delimiter = ''] = opening;
    const close = closing(text, at, delimiter, strips !== '');
    if (close === undefined) return found;
    const body = { start: at, end: close.start };
    if (isHandedOn(command) && holdsObject(text.slice(body.start, body.end)))
      found.push({ body, expands: quote === '' });
    at = close.end;
    command = '';
  }
  return found;
}

/**
 * The text as readers of YAML know it, everything at its place: what the shell puts into such a document is a substitution
 * (`$NAME` as `${…}`), and tabs that only indent the script are white space.
 */
export function withSubstitutions(text: string, documents: readonly ManifestDocument[]): string {
  let masked = '';
  let at = 0;
  for (const { body, expands } of documents) {
    const lines = text.slice(body.start, body.end);
    const spaced = lines.replaceAll(/^\t+/gm, (tabs) => ' '.repeat(tabs.length));
    masked += text.slice(at, body.start) + (expands ? spaced.replace(expansion, maskOf) : spaced);
    at = body.end;
  }
  return masked + text.slice(at);
}

const expansion = /(?<![\\$])(?:\$[A-Za-z_]\w+|\$\([^()\n]*\)|`[^`\n]+`)/g;

function maskOf(found: string): string {
  return `\${${'_'.repeat(found.length - 3)}}`;
}

function isHandedOn(command: string): boolean {
  const plain = command.replace(/(?:&|\d)?>{1,2}[ \t]*(?:\/dev\/null|&\d)/g, '');
  if (/\bdelete\b|--dry-run(?!=none)/.test(plain)) return false;
  return /\b(?:apply|create|replace|install)\b|\btee\b|(?<![<>=-])>{1,2}(?![>=])/.test(plain);
}

function holdsObject(body: string): boolean {
  return /^[ \t]*apiVersion:/m.test(body);
}

/** The line that ends a here-document. */
function closing(text: string, from: number, delimiter: string, strips: boolean): Span | undefined {
  for (let at = from; at < text.length;) {
    const end = endOfLine(text, at);
    const line = text.slice(at, end).replace(/\r$/, '');
    if ((strips ? line.replace(/^\t+/, '') : line) === delimiter) return { start: at, end: end + 1 };
    at = end + 1;
  }
  return undefined;
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end === -1 ? text.length : end;
}
