import { l10n } from 'vscode';

import type { PictureView, Traffic, TrafficView } from './traffic.ts';

/** Where the page's script comes from, and what lets it and the style run. */
export interface PageResources {
  readonly scriptUri: string;
  readonly cspSource: string;
  readonly nonce: string;
}

/** The page of the panel. Everything is in it: without its script only the buttons do nothing. */
export function trafficPage(
  { style, views }: Traffic,
  { scriptUri, cspSource, nonce }: PageResources,
): string {
  const policy = [
    "default-src 'none'",
    `style-src 'nonce-${nonce}'`,
    `script-src 'nonce-${nonce}'`,
    `img-src ${cspSource} blob: data:`,
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="${escaped(language())}">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<style nonce="${nonce}" id="pictures">${style}</style>
<style nonce="${nonce}">${pageStyle}</style>
<title>${heading()}</title>
</head>
<body>
<main>
<h1>${heading()}</h1>
${views.length === 0 ? `<p>${escaped(l10n.t('No install of Cilium that could be drawn was found in this workspace.'))}</p>` : views.map(section).join('\n')}
</main>
<script nonce="${nonce}" src="${scriptUri}"></script>
</body>
</html>`;
}

/** The tag of the language in which the page is written. */
function language(): string {
  return l10n.t({ message: 'en', comment: 'The tag of the language that these texts are translated into' });
}

function heading(): string {
  return escaped(l10n.t('How calls to Services travel'));
}

function section({ title, mesh, today, mended }: TrafficView, index: number): string {
  const name = mesh === undefined ? title : `${title}, ${mesh}`;
  const after =
    mended === undefined
      ? ''
      : figure(mended, l10n.t('With {0}', mended.setting), { id: `${index}-mended`, name: `${name} mended` });
  return `<section aria-labelledby="section-${index}">
<h2 id="section-${index}">${escaped(name)}</h2>
<div class="figures">
${figure(today, l10n.t('Today'), { id: `${index}-today`, name: `${name} today` })}
${after}
</div>
</section>`;
}

/** A picture with what belongs to it; files that it is saved to get its name. */
function figure(
  view: PictureView,
  when: string,
  { id, name }: { readonly id: string; readonly name: string },
): string {
  const lists = [
    ...(view.lost.length === 0 ? [] : [l10n.t('Lost: {0}.', view.lost.join(', '))]),
    ...(view.kept.length === 0 ? [] : [l10n.t('Still works: {0}.', view.kept.join(', '))]),
  ];
  const caption = `caption-${id}`;
  const exporting = (format: 'svg' | 'png', title: string): string =>
    `<button type="button" data-export="${format}" aria-describedby="${caption}">${escaped(title)}</button>`;
  return `<figure data-name="${fileNameOf(name)}" class="${view.isBypassed ? 'is-bypassed' : ''}" aria-labelledby="${caption}">
<figcaption id="${caption}"><strong>${escaped(when)}.</strong> ${escaped(view.summary)}</figcaption>
<div class="pictures"><div class="wide">${view.svg}</div><div class="tall">${view.tallSvg}</div></div>
${lists.map((line) => `<p>${escaped(line)}</p>`).join('\n')}
<details><summary aria-describedby="${caption}">${escaped(l10n.t('Step by step'))}</summary>
<ol>${view.words.map((line) => `<li>${escaped(line)}</li>`).join('')}</ol></details>
<p class="actions">${exporting('svg', l10n.t('Export as SVG'))}
${exporting('png', l10n.t('Export as PNG'))}</p>
</figure>`;
}

/** `traffic-cilium-1-16-4-in-cluster-prod-istio-today`: words and numbers, which every file system takes. */
function fileNameOf(name: string): string {
  return ['traffic', ...(name.toLowerCase().match(/[a-z0-9]+/g) ?? [])].join('-');
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

const pageStyle = `
body{font-family:var(--vscode-font-family);color:var(--vscode-foreground);background:var(--vscode-editor-background);padding:0 1.5rem 2rem;line-height:1.5}
h1{font-size:1.5em}h2{font-size:1.15em;margin-top:2em}
.figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(24rem,100%),1fr));gap:1.5em;margin:1em 0 1.5em}
figure{margin:0;padding:0 0 0 .8em;border-left:3px solid var(--vscode-testing-iconPassed,#1a7f37)}
figure.is-bypassed{border-left-color:var(--vscode-errorForeground,#cf222e)}
.pictures{container-type:inline-size;margin:.6em 0}
.wide .traffic-path{max-width:none;width:100%}
.tall{display:none}
@container (max-width:820px){.wide{display:none}.tall{display:block}}
button:focus-visible,summary:focus-visible{outline:1px solid var(--vscode-focusBorder);outline-offset:2px}
p{margin:.3em 0}
button{font:inherit;color:var(--vscode-button-secondaryForeground);background:var(--vscode-button-secondaryBackground);border:1px solid var(--vscode-button-border,transparent);padding:.2em .8em;cursor:pointer}
button:hover{background:var(--vscode-button-secondaryHoverBackground)}
`;
