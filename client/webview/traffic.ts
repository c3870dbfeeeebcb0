/** Runs inside the panel: saves pictures, with the colours that they have on the page. */

interface Host {
  postMessage(message: unknown): void;
}

declare function acquireVsCodeApi(): Host;

const host = acquireVsCodeApi();
/** The style of pictures alone: the editor puts one of its own into every page. */
const style = document.getElementById('pictures')?.textContent ?? '';

for (const button of document.querySelectorAll('button[data-export]')) {
  button.addEventListener('click', () => {
    const figure = button.closest('figure');
    const svg = [...(figure?.querySelectorAll('svg') ?? [])].find(isSeen);
    const name = figure?.dataset['name'] ?? 'traffic';
    if (svg === undefined) return;
    const text = standalone(svg);
    if (button.getAttribute('data-export') === 'svg')
      host.postMessage({ type: 'save', name: `${name}.svg`, text });
    else
      void asPng(text, svg.viewBox.baseVal).then((base64) =>
        host.postMessage({ type: 'save', name: `${name}.png`, base64 }),
      );
  });
}

/** Of the two drawings of a path the page shows the one that there is room for. */
function isSeen(svg: SVGSVGElement): boolean {
  return svg.getClientRects().length > 0;
}

/** A picture that needs nothing of this page any more: the theme's colours are written into it. */
function standalone(svg: SVGSVGElement): string {
  const theme = getComputedStyle(document.documentElement);
  const copy = new XMLSerializer().serializeToString(svg);
  const own = style
    .replace(/var\((--vscode-[\w-]+),([^)]*)\)/g, (_whole, name: string, fallback: string) => {
      return theme.getPropertyValue(name).trim().replaceAll('"', "'") || fallback;
    })
    .replace(/@media \(prefers-color-scheme:dark\)\{[^}]*\}\}/g, '');
  return copy.replace(/(<svg[^>]*>)/, `$1<style>${own}</style>`);
}

/** The picture in pixels, twice as dense as on the screen, on the page's own ground. */
async function asPng(
  text: string,
  { width, height }: { readonly width: number; readonly height: number },
): Promise<string> {
  const image = new Image();
  image.src = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }));
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = width * 2;
  canvas.height = height * 2;
  const context = canvas.getContext('2d');
  if (context === null) return '';
  context.fillStyle = getComputedStyle(document.body).backgroundColor;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  URL.revokeObjectURL(image.src);
  return canvas.toDataURL('image/png').replace(/^.*,/, '');
}
