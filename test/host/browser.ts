/** The headless browser of the editor host, driven by playwright-core. */
import { pathToFileURL } from 'node:url';

import { environment } from './environment.ts';
import type { EditorHost } from './install.ts';

/** The part of playwright's API that the suites use: its own types are not there before the host is installed. */
export interface Browser {
  newPage(options?: {
    viewport?: Size;
    /** Pixels of a picture for each pixel of the page. */
    deviceScaleFactor?: number;
    colorScheme?: 'light' | 'dark';
    bypassCSP?: boolean;
  }): Promise<Page>;
  close(): Promise<void>;
}

/** What can be looked for in: a page, one of its frames, a part of them. */
export interface Searchable {
  locator(selector: string): Locator;
  getByRole(role: string, options?: { name?: string | RegExp; exact?: boolean }): Locator;
}

export interface Page extends Searchable {
  readonly keyboard: Keyboard;
  readonly mouse: {
    move(x: number, y: number): Promise<void>;
    click(x: number, y: number, options?: { button?: 'left' | 'right' }): Promise<void>;
  };
  goto(url: string): Promise<unknown>;
  setViewportSize(size: Size): Promise<void>;
  viewportSize(): Size | null;
  /** Runs a script in every document of the page before its own. */
  addInitScript(script: string): Promise<unknown>;
  setContent(html: string): Promise<void>;
  exposeFunction(name: string, called: (...values: unknown[]) => void): Promise<void>;
  on(event: 'crash', happened: () => void): unknown;
  /** What the page and its frames write to the console, and what the browser tells of them there. */
  on(event: 'console', happened: (message: { text(): string }) => void): unknown;
  context(): { browser(): Browser };
  close(): Promise<void>;
  /** The page itself, and everything that it shows inside it. */
  frames(): readonly Frame[];
  screenshot(options?: {
    path?: string;
    clip?: Box;
    omitBackground?: boolean;
    caret?: 'hide' | 'initial';
  }): Promise<Buffer>;
}

export interface Frame extends Searchable {
  /** The value of an expression in the frame's own world. */
  evaluate(expression: string): Promise<unknown>;
}

export interface Keyboard {
  press(key: string): Promise<void>;
  type(text: string): Promise<void>;
}

export interface Locator extends Searchable {
  first(): Locator;
  last(): Locator;
  /** From 0. */
  nth(index: number): Locator;
  all(): Promise<Locator[]>;
  filter(options: { hasText: string | RegExp }): Locator;
  click(options?: { button?: 'left' | 'right' }): Promise<void>;
  dblclick(): Promise<void>;
  hover(): Promise<void>;
  focus(): Promise<void>;
  press(key: string): Promise<void>;
  boundingBox(): Promise<Box | null>;
  count(): Promise<number>;
  innerText(): Promise<string>;
  allInnerTexts(): Promise<string[]>;
  allTextContents(): Promise<string[]>;
  getAttribute(name: string): Promise<string | null>;
  inputValue(): Promise<string>;
  waitFor(options?: {
    state?: 'visible' | 'hidden' | 'attached' | 'detached';
    timeout?: number;
  }): Promise<void>;
}

/** A place on a page, in its pixels. */
export interface Box extends Size {
  readonly x: number;
  readonly y: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

interface Playwright {
  readonly chromium: {
    launch(options: {
      executablePath: string;
      args: readonly string[];
      env: Record<string, string>;
    }): Promise<Browser>;
  };
}

/** Keeps the browser from calling home; a closed network would refuse it many times over. */
const quietly = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts a browser of one's own; `close()` ends it with all its processes. */
export async function startBrowser(host: EditorHost): Promise<Browser> {
  const library: unknown = await import(pathToFileURL(host.playwright).href);
  if (!isPlaywright(library)) throw new Error(`${host.playwright} is no playwright`);
  const { executable, libraries, fonts } = host.chromium;
  return library.chromium.launch({
    executablePath: executable,
    args: quietly,
    env: {
      ...environment(),
      ...(libraries === undefined ? {} : { LD_LIBRARY_PATH: libraries }),
      ...(fonts === undefined ? {} : { FONTCONFIG_FILE: fonts }),
    },
  });
}

function isPlaywright(library: unknown): library is Playwright {
  return typeof library === 'object' && library !== null && 'chromium' in library;
}
