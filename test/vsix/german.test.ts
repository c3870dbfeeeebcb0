import assert from 'node:assert/strict';
import { it } from 'node:test';

import { hover, lenses, pointAt, squiggles, textOf } from './editor.ts';
import { inWindow } from './in-window.ts';
import { command, lightbulb, openFile, press } from './keys.ts';
import { choose } from './menu.ts';
import { glance } from './pictures.ts';
import { activity, rows, titleButton } from './tree.ts';
import { webview } from './webview.ts';

/** Little words of English that German has not, and that stand in nearly every English sentence. */
const english = /\b(?:the|and|with|of|from|not|is|are|has|have|to|no)\b/;

const speaksGerman = (text: string): void => {
  assert.doesNotMatch(text, english);
};

const options = { fixture: 'vsix/harbour', language: 'de' };

await inWindow('A window in German', options, (window) => {
  it('names commands in German, and finds them by their English names as well', async () => {
    const { page } = window();
    await openFile(page, 'north/cilium/values.yaml');
    await squiggles(page).waitFor();
    await press(page, 'F1');
    await page.locator('.quick-input-widget').waitFor();
    await page.keyboard.type('Cilium Mesh Lint');
    const found = page.locator('.quick-input-list .monaco-list-row');
    await found.filter({ hasText: 'Cilium Mesh Lint: Verkehrswege anzeigen' }).waitFor();
    const names = (await found.allInnerTexts()).map((text) => text.split('\n')[0] ?? '');
    const own = names.filter((name) => name.startsWith('Cilium Mesh Lint: ') && !name.includes('Focus on'));
    assert.ok(own.length >= 7, names.join('\n'));
    for (const name of own) speaksGerman(name);
    await press(page, 'Escape');
  });

  it('says what breaks, how to mend it and what a key means', async () => {
    const { page } = window();
    await pointAt(page, 'kubeProxyReplacement', 'move');
    await hover(page).filter({ hasText: 'Ob Cilium die Arbeit von kube-proxy übernimmt' }).waitFor();
    const said = await textOf(hover(page));
    assert.match(said, /ersetzt schon in den Pods des Clusters `north` die ClusterIP/);
    speaksGerman(said.replace(/View Problem.*/s, ''));
    await glance(page, 'german-hover');
    await page.mouse.move(1200, 700);
    await hover(page).waitFor({ state: 'hidden' });
    await pointAt(page, 'kubeProxyReplacement', 'click');
    await lightbulb(page, 'socketLB.hostNamespaceOnly: true setzen');
    const offered = await page.locator('.action-widget .monaco-list-row.action').allInnerTexts();
    assert.ok(offered.length >= 6, offered.join('\n'));
    for (const entry of offered) speaksGerman(entry);
    await press(page, 'Escape');
  });

  it('tells above the text and in its status what is on', async () => {
    const { page } = window();
    await page.locator('[id="status.languageStatus"]').click();
    const lines = page.locator('.hover-language-status');
    await lines.filter({ hasText: 'zu beheben' }).waitFor();
    assert.deepEqual(
      (await lines.allInnerTexts()).map((line) => line.split('\n')),
      [
        ['3 zu beheben', '10 Dateien', 'Workspace prüfen'],
        ['Cilium 1.18.4 im Cluster north', 'und 1 weitere', 'Verkehrswege'],
        ['Istio-Sidecars', 'und 1 weitere', 'Workloads'],
      ],
    );
    await glance(page, 'german-status');
    await press(page, 'Escape');
    await openFile(page, 'prod.yaml');
    await lenses(page)
      .filter({ hasText: 'KPR ein · Socket-LB in Pods · Istio-Sidecars in 1 Namespace' })
      .waitFor();
  });

  it('shows the view of workloads, and as text', async () => {
    const { page } = window();
    await activity(page).click();
    await page.getByRole('treeitem', { name: 'Cluster north, 2 Befunde, der schwerste: Fehler' }).waitFor();
    await rows(page, 'Deployment orders').locator('.monaco-tl-twistie').click();
    await rows(page, 'orders-reads').first().waitFor();
    for (const row of await rows(page).allInnerTexts()) speaksGerman(row);
    await glance(page, 'german-workloads');
    await titleButton(page, 'Views and More Actions').click();
    await choose(page, 'Workloads als Text kopieren');
    await page
      .locator('.statusbar-item')
      .filter({ hasText: 'Die Workloads sind in der Zwischenablage.' })
      .waitFor();
  });

  it('draws and reports', async () => {
    const { page } = window();
    await command(page, 'Verkehrswege anzeigen');
    const paths = await webview(page, 'h1', 'Welchen Weg Aufrufe an Services nehmen');
    assert.equal(await paths.evaluate('document.documentElement.lang'), 'de');
    speaksGerman(String(await paths.evaluate('document.querySelector("main").textContent')));
    await glance(page, 'german-traffic');
    await press(page, 'Control+W');
    await command(page, 'Bericht anzeigen');
    const report = await webview(page, 'h1', 'Cilium und Service Meshes');
    speaksGerman(String(await report.evaluate(wordsBesideCode)));
    await glance(page, 'german-report');
    await press(page, 'Control+W');
  });

  it('describes its settings', async () => {
    const { page } = window();
    await command(page, 'Preferences: Open Settings (UI)');
    const search = page.locator('.settings-editor .suggest-input-container');
    await search.waitFor();
    await page.keyboard.type('@ext:cilium-mesh-lint.cilium-mesh-lint');
    const descriptions = page.locator('.settings-editor .setting-item-description');
    await descriptions.filter({ hasText: 'Ob Dateien überhaupt geprüft werden.' }).waitFor();
    for (const text of await descriptions.allInnerTexts()) speaksGerman(text);
    await glance(page, 'german-settings');
    await press(page, 'Escape');
  });

  it('leads through its first steps', async () => {
    const { page } = window();
    await command(page, 'View: Toggle Primary Side Bar Visibility');
    await command(page, 'Welcome: Open Walkthrough...');
    const entry = page
      .locator('.quick-input-list .monaco-list-row')
      .filter({ hasText: 'Erste Schritte mit Cilium' });
    await entry.click();
    const steps = page.locator('.gettingStartedContainer .getting-started-step');
    await steps.filter({ hasText: 'Was schiefgeht' }).waitFor();
    for (const step of await steps.allInnerTexts()) speaksGerman(step);
    const drawn = page.locator('.getting-started-media img[srcset*="de%2Fsidecar-bypassed-light.svg"]');
    await drawn.waitFor();
    await glance(page, 'german-walkthrough');
  });
});

/** What the page says, without code, files and pictures: their descriptions are asked for elsewhere. */
const wordsBesideCode = `(() => {
  const words = document.querySelector('main').cloneNode(true);
  for (const other of words.querySelectorAll('code, pre, svg')) other.remove();
  return words.textContent;
})()`;
