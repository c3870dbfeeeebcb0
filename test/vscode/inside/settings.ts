import { ConfigurationTarget, workspace } from 'vscode';

/** Sets a setting in the folder while a check runs, and takes it back. */
export async function withSetting<Result>(
  name: string,
  value: unknown,
  check: () => Promise<Result>,
): Promise<Result> {
  const settings = workspace.getConfiguration();
  await settings.update(name, value, ConfigurationTarget.Workspace);
  try {
    return await check();
  } finally {
    await settings.update(name, undefined, ConfigurationTarget.Workspace);
  }
}
