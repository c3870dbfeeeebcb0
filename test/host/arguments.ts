/** The command line of VS Code, as far as its test runner uses it. */
import { parseArgs } from 'node:util';

export interface TestRun {
  readonly extensionDevelopmentPath: string;
  readonly extensionTestsPath: string;
  readonly userDataDir: string | undefined;
  readonly extensionsDir: string | undefined;
  readonly workspaceTrust: boolean;
  readonly folder: string | undefined;
}

/** Reads what `@vscode/test-electron` passes; switches that mean something to the desktop only are ignored. Throws where a path is missing. */
export function parseTestRun(argv: readonly string[]): TestRun {
  const { values, positionals } = parseArgs({
    args: [...argv],
    strict: false,
    allowPositionals: true,
    options: {
      extensionDevelopmentPath: { type: 'string' },
      extensionTestsPath: { type: 'string' },
      'user-data-dir': { type: 'string' },
      'extensions-dir': { type: 'string' },
      'disable-workspace-trust': { type: 'boolean' },
    },
  });
  const text = (name: string): string | undefined => {
    const value = values[name];
    return typeof value === 'string' ? value : undefined;
  };
  const required = (name: string): string => {
    const value = text(name);
    if (value === undefined) throw new Error(`--${name}=… is missing.`);
    return value;
  };
  return {
    extensionDevelopmentPath: required('extensionDevelopmentPath'),
    extensionTestsPath: required('extensionTestsPath'),
    userDataDir: text('user-data-dir'),
    extensionsDir: text('extensions-dir'),
    workspaceTrust: values['disable-workspace-trust'] !== true,
    folder: positionals[0],
  };
}
