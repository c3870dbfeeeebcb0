import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { it } from 'node:test';
import { pathToFileURL } from 'node:url';

import type { Frame, Page } from '../host/browser.ts';
import { inWindow } from './in-window.ts';
import { command, openFile, press, saveThere } from './keys.ts';
import { picture } from './pictures.ts';
import { until } from './until.ts';
import { webview } from './webview.ts';

await inWindow('The pages beside the text', { fixture: 'vsix/harbour' }, (window) => {
  const traffic = (): Promise<Frame> => webview(window().page, 'h1', 'How calls to Services travel');
  const report = (): Promise<Frame> => webview(window().page, 'h1', 'Cilium and service meshes');

  it('draw calls between the Services of the workspace, today and mended', async () => {
    const { page } = window();
    await openFile(page, 'prod.yaml');
    await command(page, 'Show Traffic Paths');
    const frame = await traffic();
    assert.deepEqual(await frame.locator('h2').allInnerTexts(), [
      'Cilium 1.18.4 in cluster north, Istio',
      'Cilium 1.16.4 in cluster south, Istio',
    ]);
    assert.deepEqual(await frame.locator('figcaption').allInnerTexts(), [
      'Today. The Istio sidecar sees a pod IP in place of the Service, so the mesh is bypassed.',
      'With socketLB.hostNamespaceOnly: true. The Istio sidecar sees the address that was called, and does its work.',
      'Today. ztunnel sees a pod IP in place of the Service, so the mesh is bypassed.',
      'With socketLB.hostNamespaceOnly: true. ztunnel sees the address that was called, and does its work.',
    ]);
    const [today, mended] = await frame.locator('figure').all();
    const stations = '.tall .station .name';
    assert.deepEqual(await today?.locator(stations).allTextContents(), [
      'orders',
      'Cilium socket LB',
      'Istio sidecar',
      'Cilium',
      'reviews',
    ]);
    assert.equal(await today?.locator('.tall .station.bypassed').count(), 1);
    assert.equal(await mended?.locator('.tall .station.works').count(), 1);
  });

  it('draw beside each other, and from left to right, where there is room', async () => {
    const { page } = window();
    const frame = await traffic();
    const [wide, tall] = [frame.locator('.wide svg').first(), frame.locator('.tall svg').first()];
    await tall.waitFor();
    await wide.waitFor({ state: 'hidden' });
    const places = async (): Promise<readonly [string, string]> => {
      const [first, second] = [frame.locator('figure').first(), frame.locator('figure').nth(1)];
      const [today, mended] = [await first.boundingBox(), await second.boundingBox()];
      return [today?.y === mended?.y ? 'beside' : 'below', String(await frame.evaluate(sidewaysOverflow))];
    };
    assert.deepEqual(await places(), ['below', '0']);
    await command(page, 'View: Maximize Editor Group and Hide Side Bars');
    await until(async () => (await places())[0] === 'beside');
    await tall.waitFor();
    await page.setViewportSize({ width: 1060, height: 860 });
    await picture(page, 'traffic-paths');
    await page.setViewportSize({ width: 2400, height: 1200 });
    await wide.waitFor();
    await tall.waitFor({ state: 'hidden' });
    assert.deepEqual(await places(), ['beside', '0']);
  });

  it('are read in their order by keyboards and screen readers', async () => {
    const { page } = window();
    const frame = await traffic();
    assert.equal(await frame.evaluate('document.documentElement.lang'), 'en');
    assert.equal(
      await frame.locator('figure').first().getAttribute('aria-labelledby'),
      await frame.locator('figcaption').first().getAttribute('id'),
    );
    const picture = frame.getByRole('img', {
      name: /^The Istio sidecar sees a pod IP in place of the Service/,
    });
    assert.equal(await picture.count(), 1);
    await frame.locator('h1').click();
    const visited: string[] = [];
    for (let step = 0; step < 4; step++) {
      await press(page, 'Tab');
      visited.push(String(await frame.evaluate(focusedElement)));
    }
    assert.deepEqual(visited, [
      'Step by step, of caption-0-today',
      'Export as SVG, of caption-0-today',
      'Export as PNG, of caption-0-today',
      'Step by step, of caption-0-mended',
    ]);
    await press(page, 'Enter');
    await frame
      .locator('li')
      .filter({ hasText: 'Istio sidecar (sees the Service): knows reviews' })
      .waitFor();
  });

  it('are saved as SVG, in their colours and with nothing of the machine', async () => {
    const { page, folder } = window();
    const frame = await traffic();
    await frame.getByRole('button', { name: 'Export as SVG' }).first().click();
    const file = await saveThere(page, 'traffic-cilium-1-18-4-in-cluster-north-istio-today.svg', folder);
    const svg = await readFile(file, 'utf8');
    assert.match(svg, /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"[^>]*><style>\s*\.traffic-path\{/);
    assert.doesNotMatch(svg, /var\(--vscode|vscode-default|<script|@import|file:|\/tmp/);
    assert.match(svg, />reviews</);
    assert.equal(await groundOf(page, svg), 'rgb(255, 255, 255)', 'without its style it would be black');
  });

  it('are saved as PNG, twice as dense as they are drawn', async () => {
    const { page, folder } = window();
    const frame = await traffic();
    const box = String(await frame.locator('.wide svg').first().getAttribute('viewBox'));
    const [width, height] = box.split(' ').slice(2).map(Number);
    await frame.getByRole('button', { name: 'Export as PNG' }).first().click();
    const file = await saveThere(page, 'traffic-cilium-1-18-4-in-cluster-north-istio-today.png', folder);
    const png = await readFile(file);
    assert.equal(png.subarray(1, 4).toString('latin1'), 'PNG');
    assert.deepEqual([png.readUInt32BE(16), png.readUInt32BE(20)], [Number(width) * 2, Number(height) * 2]);
  });

  it('report on the workspace, and lead to the lines that they name', async () => {
    const { page } = window();
    await command(page, 'Show Report');
    const frame = await report();
    assert.equal(await frame.locator('article').count(), 3);
    assert.deepEqual(await frame.locator('a.place-name').allInnerTexts(), [
      'clusters/north/cilium/values.yaml:3',
      'clusters/north/orders/namespace.yaml:6',
      'clusters/north/cilium/values.yaml:3',
      'clusters/north/orders/policies.yaml:18',
      'clusters/north/orders/namespace.yaml:6',
      'clusters/north/orders/policies.yaml:18',
      'clusters/south/cilium/install.sh:4',
      'clusters/south/quay/quay.yaml:6',
      'clusters/south/cilium/install.sh:4',
    ]);
    await frame.locator('a.place-name').filter({ hasText: 'quay.yaml:6' }).click();
    await page.locator('.tab.active').filter({ hasText: 'quay.yaml' }).waitFor();
    await page.locator('[id="status.editor.selection"]').filter({ hasText: 'Ln 6, ' }).waitFor();
  });

  it('save the report as a page that leads nowhere on this machine', async () => {
    const { page, folder } = window();
    await command(page, 'Save Report as HTML');
    const html = await readFile(await saveThere(page, 'cilium-mesh-lint.html', folder), 'utf8');
    assert.match(html, /<span class="place-name">clusters\/south\/quay\/quay\.yaml:6<\/span>/);
    assert.doesNotMatch(html, /command:|file:|\/tmp/);
  });

  it('never did what their content security policy forbids', async () => {
    const { page, console: said } = window();
    const refused = (): readonly string[] => said.filter((line) => /Content Security Policy/i.test(line));
    assert.deepEqual(refused(), []);
    await command(page, 'Show Traffic Paths');
    const frame = await traffic();
    await frame.evaluate(
      `document.body.insertAdjacentHTML('beforeend', '<img src="https://a.example/b.png">')`,
    );
    await until(() => refused().length > 0);
    assert.match(refused().join('\n'), /img-src/, 'the console would have told');
  });

  it('can be read in any browser once they are saved', async () => {
    const { page, folder } = window();
    await page.setViewportSize({ width: 1060, height: 1300 });
    await page.goto(pathToFileURL(join(folder, 'cilium-mesh-lint.html')).href);
    const [frame] = page.frames();
    assert.equal(await frame?.evaluate(sidewaysOverflow), 0);
    assert.equal(await page.locator('article').count(), 3);
    await picture(page, 'report');
  });
});

const sidewaysOverflow = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';

const focusedElement =
  '`${document.activeElement.textContent}, of ${document.activeElement.getAttribute("aria-describedby")}`';

/** The colour in which a browser fills the stations of a picture that stands by itself. */
async function groundOf(page: Page, svg: string): Promise<string> {
  const [frame] = page.frames();
  const script = `(() => {
    const holder = document.createElement('div');
    holder.attachShadow({ mode: 'open' }).innerHTML = ${JSON.stringify(svg)};
    document.body.append(holder);
    const { fill } = getComputedStyle(holder.shadowRoot.querySelector('.station rect'));
    holder.remove();
    return fill;
  })()`;
  return String(await frame?.evaluate(script));
}
