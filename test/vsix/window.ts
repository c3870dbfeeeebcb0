/** A window of the real VS Code with the packaged extension installed, over a copy of a fixture, in a person's hands. */
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

import { type Page, type Size, startBrowser } from '../host/browser.ts';
import type { EditorHost } from '../host/install.ts';
import { installExtension, plainWindow, startWorkbench } from '../host/workbench.ts';
import { packed, root } from './pack.ts';
import { pixelsPerPixel } from './pictures.ts';

export const usualSize: Size = { width: 1280, height: 800 };

/** What a new user sees, without the parts that have nothing to do with a file and its problems. */
const plainSettings = {
  ...plainWindow,
  'editor.fontSize': 15,
  'files.autoSave': 'off',
  'editor.minimap.enabled': false,
  'editor.scrollBeyondLastLine': false,
  'window.commandCenter': false,
  'workbench.layoutControl.enabled': false,
  'workbench.tips.enabled': false,
};

export interface WindowOptions {
  /** A folder below test/fixtures; a copy of it is opened, under its name. */
  readonly fixture: string;
  readonly size?: Size;
  /** The display language, as a language pack would set it; English unless given. */
  readonly language?: string;
  /** Whether VS Code asks before it trusts the folder. */
  readonly asksForTrust?: boolean;
  /** User settings beside those of every window here. */
  readonly settings?: Readonly<Record<string, unknown>>;
}

export interface Window {
  readonly page: Page;
  /** The path of the folder that is open. */
  readonly folder: string;
  /** What the console has said so far, of the editor and of the pages inside it. */
  readonly console: readonly string[];
  readonly close: () => Promise<void>;
}

export async function openWindow(host: EditorHost, options: WindowOptions): Promise<Window> {
  const { fixture, size = usualSize, language } = options;
  const temporary = await mkdtemp(join(tmpdir(), 'cilium-mesh-lint-window-'));
  const undo = [(): Promise<void> => rm(temporary, { recursive: true, force: true, maxRetries: 5 })];
  const close = async (): Promise<void> => {
    for (const step of undo.reverse()) await step();
  };
  try {
    const folder = join(temporary, basename(fixture));
    await cp(join(root, 'test/fixtures', fixture), folder, { recursive: true });
    const server = {
      dataDir: join(temporary, 'data'),
      workspaceTrust: options.asksForTrust === true,
      settings: { ...plainSettings, ...options.settings },
    };
    await mkdir(server.dataDir);
    await installExtension(host, server, await packed());
    const workbench = await startWorkbench(host, server);
    undo.push(() => workbench.stop());
    const browser = await startBrowser(host);
    undo.push(() => browser.close());
    const page = await browser.newPage({ viewport: size, deviceScaleFactor: pixelsPerPixel });
    const said: string[] = [];
    page.on('console', (message) => said.push(message.text()));
    if (language !== undefined) await page.addInitScript(inLanguage(language));
    await page.goto(workbench.url(folder));
    return { page, folder, console: said, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/**
 * Does what the messages of an installed language pack do beside translating the editor itself: they name the language, and
 * extensions and their manifests are asked for their texts in it. The registry of npm has no language pack.
 */
function inLanguage(language: string): string {
  return `globalThis._VSCODE_NLS_LANGUAGE = ${JSON.stringify(language)};`;
}
