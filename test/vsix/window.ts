/** A window of the real VS Code with the packaged extension installed, over a copy of the fixture, in a person's hands. */
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { type Locator, type Page, startBrowser } from '../host/browser.ts';
import type { EditorHost } from '../host/install.ts';
import { installExtension, plainWindow, startWorkbench } from '../host/workbench.ts';
import { pack, root } from './pack.ts';

const viewport = { width: 1280, height: 800 };

/** What a new user sees, without the parts that have nothing to do with a file and its problems. */
const settings = {
  ...plainWindow,
  'editor.fontSize': 15,
  'files.autoSave': 'off',
  'editor.minimap.enabled': false,
  'editor.scrollBeyondLastLine': false,
  'window.commandCenter': false,
  'workbench.layoutControl.enabled': false,
  'workbench.tips.enabled': false,
};

export interface Window {
  /** The path of the Cilium values. */
  readonly valuesFile: string;
  readonly page: Page;
  /** The lines of the open editor. */
  readonly lines: Locator;
  readonly squiggle: Locator;
  /** What the editor shows under the mouse. */
  readonly hover: Locator;
  /** Moves the mouse to a word of the open editor, or clicks on it. */
  readonly pointAt: (word: string, how: 'move' | 'click') => Promise<void>;
  readonly close: () => Promise<void>;
}

export async function openWindow(host: EditorHost): Promise<Window> {
  const temporary = await mkdtemp(join(tmpdir(), 'cilium-mesh-lint-window-'));
  const undo = [(): Promise<void> => rm(temporary, { recursive: true, force: true, maxRetries: 5 })];
  const close = async (): Promise<void> => {
    for (const step of undo.reverse()) await step();
  };
  try {
    const folder = join(temporary, 'shop');
    await cp(join(root, 'test/fixtures/vscode/basic'), folder, { recursive: true });
    const options = { dataDir: join(temporary, 'data'), workspaceTrust: false, settings };
    await mkdir(options.dataDir);
    await installExtension(host, options, await pack(temporary));
    const workbench = await startWorkbench(host, options);
    undo.push(() => workbench.stop());
    const browser = await startBrowser(host);
    undo.push(() => browser.close());
    const page = await browser.newPage({ viewport });
    await page.goto(workbench.url(folder));
    const lines = page.locator('.editor-instance .view-lines');
    return {
      valuesFile: join(folder, 'cilium/values.yaml'),
      page,
      lines,
      squiggle: page.locator('.editor-instance .squiggly-error'),
      hover: page.locator('.monaco-resizable-hover .monaco-hover:not(.hidden)').first(),
      pointAt: async (word, how) => {
        // By its place on the screen: playwright's own click would scroll the workbench under the word.
        const box = await lines.locator(`span:text-is("${word}")`).first().boundingBox();
        if (box === null) throw new Error(`${word} is not to be seen.`);
        await page.mouse[how](box.x + box.width / 2, box.y + box.height / 2);
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
