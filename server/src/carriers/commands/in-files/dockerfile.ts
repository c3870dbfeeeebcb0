import { excerptOf, linesBetween } from '../excerpt.ts';
import { scriptInLines, type Script } from '../script.ts';
import { scriptCarrier } from '../script-carrier.ts';

const run = /^[ \t]*RUN[ \t]+(?:--\w+(?:=\S*)?[ \t]+)*(?!\[)/i;
const hereDocument = /<<-?\s*(["']?)(\w+)\1/g;

/**
 * What the `RUN` instructions of a Dockerfile run, each a script. Comments between joined lines are no part of it
 * (https://docs.docker.com/reference/dockerfile/#run).
 */
export function scriptsInDockerfile({ text }: { readonly text: string }): readonly Script[] {
  const lines = linesBetween(text, 0, text.length);
  const scripts: Script[] = [];
  for (let at = 0; at < lines.length; at++) {
    const first = lines[at];
    const opening = first && run.exec(text.slice(first.start, first.end))?.[0];
    if (first === undefined || opening === undefined) continue;
    const stretches = [{ start: first.start + opening.length, end: first.end }];
    let awaited = [...text.slice(first.start, first.end).matchAll(hereDocument)].map((match) => match[2]);
    let isJoined = /\\\s*$/.test(text.slice(first.start, first.end));
    while ((isJoined || awaited.length > 0) && at + 1 < lines.length) {
      at += 1;
      const line = lines[at];
      if (line === undefined) break;
      const content = text.slice(line.start, line.end);
      if (awaited.length > 0) {
        if (content.trim() === awaited[0]) awaited = awaited.slice(1);
        stretches.push(line);
      } else if (!/^\s*(?:#.*)?$/s.test(content)) {
        stretches.push(line);
        isJoined = /\\\s*$/.test(content);
      }
    }
    scripts.push(...scriptsOf(text, stretches));
  }
  return scripts;
}

/** `RUN <<EOF` runs the lines of the document; otherwise they are what a command reads. */
function scriptsOf(
  text: string,
  stretches: readonly { readonly start: number; readonly end: number }[],
): readonly Script[] {
  const [first, ...rest] = stretches;
  const isDocument =
    first !== undefined && /^<<-?\s*["']?\w+["']?\s*$/.test(text.slice(first.start, first.end));
  const lines = isDocument ? rest.slice(0, -1) : stretches;
  return [scriptInLines(excerptOf(text, lines), 'shell')];
}

/** Commands in Dockerfiles. */
export const dockerfileCarrier = scriptCarrier({
  name: 'dockerfile',
  kind: 'dockerfile',
  hints: ['helm', 'cilium'],
  scriptsOf: scriptsInDockerfile,
});
