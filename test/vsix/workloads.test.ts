import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { it } from 'node:test';

import type { Page } from '../host/browser.ts';
import { lines, textOf } from './editor.ts';
import { inWindow } from './in-window.ts';
import { command, press, pressUntil } from './keys.ts';
import { choose } from './menu.ts';
import { picture } from './pictures.ts';
import { activity, rows, titleButton } from './tree.ts';
import { until } from './until.ts';
import { usualSize } from './window.ts';

await inWindow('The view of workloads', { fixture: 'vsix/harbour' }, (window) => {
  it('has a badge in the activity bar that says how much there is to mend', async () => {
    const { page } = window();
    const badge = activity(page).locator('.badge[aria-label="Mesh Lint - 3 to mend"]');
    await badge.waitFor();
    assert.equal(await badge.innerText(), '3');
  });

  it('has a title that the side bar shows whole at the width that it has at first', async () => {
    const { page } = window();
    await activity(page).click();
    const title = page.locator('.sidebar .composite.title .title-label h2');
    await title.filter({ hasText: 'Mesh Lint: Workloads' }).waitFor();
    const [frame] = page.frames();
    const hidden = `(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)(
      document.querySelector('.sidebar .composite.title .title-label h2')
    )`;
    assert.equal(await frame?.evaluate(hidden), 0);
  });

  it('shows clusters, installs, namespaces and workloads', async () => {
    const { page } = window();
    await rows(page, 'cranes').waitFor();
    assert.deepEqual(await labels(page), [
      'north',
      '  Cilium 1.18.4',
      '  orders',
      '    Deployment orders',
      '    Deployment reviews',
      '  reports',
      '    CronJob statistics',
      'south',
      '  Cilium 1.16.4',
      '  quay',
      '    Deployment cranes',
    ]);
  });

  it('counts findings behind names, in the colour of the worst, and says so aloud', async () => {
    const { page } = window();
    const north = page.getByRole('treeitem', {
      name: 'Cluster north, 2 findings, the worst is error',
      exact: true,
    });
    const cilium = page.getByRole('treeitem', { name: /^Cilium 1\.16\.4, KPR on .*, 1 finding, warning$/ });
    const reports = page.getByRole('treeitem', { name: 'Namespace reports', exact: true });
    assert.deepEqual([await north.count(), await cilium.count(), await reports.count()], [1, 1, 1]);
    await rows(page, 'Cilium 1.16.4').locator('.monaco-decoration-badge').waitFor();
    const seen = await Promise.all(['north', 'Cilium 1.16.4', 'reports'].map((text) => badgeOf(page, text)));
    assert.deepEqual(
      seen.map(({ number }) => number),
      ['2', '1', ''],
    );
    assert.equal(new Set(seen.map(({ colour }) => colour)).size, 3, 'red, yellow and plain');
  });

  it('unfolds under the mouse down to what applies, and leads to its line', async () => {
    const { page } = window();
    await rows(page, 'Deployment orders').locator('.monaco-tl-twistie').click();
    await rows(page, 'orders-reads').first().waitFor();
    const below = (await labels(page)).slice(4, 9).map((label) => label.trim());
    assert.match(below[0] ?? '', /^CiliumNetworkPolicy orders-reads has HTTP rules/);
    assert.deepEqual(below.slice(1), [
      'Cilium and Kubernetes: layers 3 and 4',
      'orders-reads',
      'Istio: layer 7',
      'Istio sidecar',
    ]);
    await rows(page, /^orders-reads/).click();
    await opened(page, 'policies.yaml', 'Ln 4, Col 21 (12 selected)');
    await rows(page, 'has HTTP rules').click();
    await opened(page, 'policies.yaml', /^Ln 18, /);

    await page.setViewportSize({ width: 1060, height: 540 });
    await command(page, 'Focus on Workloads View');
    await command(page, 'Increase Current View Size');
    await command(page, 'Increase Current View Size');
    await picture(page, 'workloads');
    await page.setViewportSize(usualSize);
  });

  it('is walked through by the keyboard as well', async () => {
    const { page } = window();
    await rows(page, 'Deployment cranes').click();
    await opened(page, 'quay.yaml', /^Ln \d+, /);
    await command(page, 'Focus on Workloads View');
    const focused = page.locator('.sidebar .monaco-list-row.focused');
    await press(page, 'End');
    await focused.filter({ hasText: 'Deployment cranes' }).waitFor();
    await pressUntil(page, 'ArrowRight', rows(page, 'by istio.io/dataplane-mode of the namespace'));
    await press(page, 'End');
    await focused.filter({ hasText: 'by istio.io/dataplane-mode' }).waitFor();
    await press(page, 'Enter');
    await opened(page, 'quay.yaml', 'Ln 6, Col 37 (32 selected)');
  });

  it('is folded by its button, and read anew by the other', async () => {
    const { page, folder } = window();
    await rows(page, 'north').first().click();
    await titleButton(page, 'Collapse All').click();
    await rows(page, 'orders').first().waitFor({ state: 'detached' });
    assert.deepEqual(await labels(page), ['north', 'south']);
    const pod = 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: hoist\n  namespace: dock\n';
    await writeFile(join(folder, 'clusters/south/dock.yaml'), pod);
    await rows(page, 'south').locator('.monaco-tl-twistie').click();
    await titleButton(page, 'Refresh Workloads').click();
    await rows(page, 'dock').waitFor();
  });

  it('is shown as text, and copied', async () => {
    const { page } = window();
    await titleButton(page, 'Show Workloads as Text').click();
    await page.locator('.tab.active').filter({ hasText: 'Workloads.txt' }).waitFor();
    await lines(page).filter({ hasText: 'Deployment reviews' }).waitFor();
    const shown = (await textOf(lines(page))).split('\n').slice(0, 5);
    await titleButton(page, 'Views and More Actions').click();
    await choose(page, 'Copy Workloads as Text');
    await page
      .locator('.statusbar-item')
      .filter({ hasText: 'The workloads are in the clipboard.' })
      .waitFor();
    await command(page, 'File: New Untitled Text File');
    await page.locator('.tab.active').filter({ hasText: 'Untitled' }).waitFor();
    await press(page, 'Control+V');
    await lines(page).filter({ hasText: 'Deployment reviews' }).waitFor();
    await press(page, 'Control+Home');
    const top = async (): Promise<readonly string[]> => (await textOf(lines(page))).split('\n').slice(0, 5);
    await until(async () => (await top())[0] === shown[0]);
    assert.deepEqual(await top(), shown);
  });
});

/** The labels of all rows, indented by their level. */
async function labels(page: Page): Promise<readonly string[]> {
  const texts = await rows(page).locator('.label-name').allInnerTexts();
  const levels = await attributes(page, 'aria-level');
  return texts.map((text, index) => `${'  '.repeat(Number(levels[index]) - 1)}${text}`);
}

async function attributes(page: Page, name: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const row of await rows(page).all()) found.push((await row.getAttribute(name)) ?? '');
  return found;
}

/** The number behind the name of a row, and the colour of its name. */
async function badgeOf(
  page: Page,
  text: string,
): Promise<{ readonly number: string; readonly colour: string }> {
  const id = (await rows(page, text).first().getAttribute('id')) ?? '';
  const [frame] = page.frames();
  const label = `document.querySelector('#${id} .monaco-icon-label')`;
  const read = async (style: string): Promise<string> => String(await frame?.evaluate(style));
  const content = await read(`getComputedStyle(${label}, '::after').content`);
  return {
    number: content === 'none' ? '' : content.replaceAll('"', ''),
    colour: await read(`getComputedStyle(${label}.querySelector('.label-name')).color`),
  };
}

/** Waits until a file is open, with the cursor at a place that the status bar names. */
async function opened(page: Page, file: string, place: string | RegExp): Promise<void> {
  await page.locator('.tab.active').filter({ hasText: file }).waitFor();
  await page.locator('[id="status.editor.selection"]').filter({ hasText: place }).waitFor();
}
