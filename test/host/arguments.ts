/** The command line of VS Code, as far as its test runner uses it. */
import { parseArgs } from 'node:util';

export interface TestRun {
  /** Folders of extensions. */
  readonly extensionDevelopmentPaths: readonly string[];
  readonly extensionTestsPath: string;
  readonly userDataDir: string | undefined;
  readonly extensionsDir: string | undefined;
  readonly workspaceTrust: boolean;
  /** A folder, or a workspace file. */
  readonly opened: string | undefined;
}

/**
 * Reads what `@vscode/test-electron` passes; switches that mean something to the desktop only are ignored. Throws where a
 * path is missing.
 */
export function parseTestRun(argv: readonly string[]): TestRun {
  const { values, positionals } = parseArgs({
    args: [...argv],
    strict: false,
    allowPositionals: true,
    options: {
      extensionDevelopmentPath: { type: 'string', multiple: true },
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
  const required = <T>(name: string, value: T | undefined): T => {
    if (value === undefined) throw new Error(`--${name}=… is missing.`);
    return value;
  };
  const developed = values.extensionDevelopmentPath;
  return {
    extensionDevelopmentPaths: required(
      'extensionDevelopmentPath',
      Array.isArray(developed) ? developed.filter((path) => typeof path === 'string') : undefined,
    ),
    extensionTestsPath: required('extensionTestsPath', text('extensionTestsPath')),
    userDataDir: text('user-data-dir'),
    extensionsDir: text('extensions-dir'),
    workspaceTrust: values['disable-workspace-trust'] !== true,
    opened: positionals[0],
  };
}
