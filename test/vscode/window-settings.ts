import { plainWindow } from '../host/workbench.ts';

/** User settings of the windows that tests run in. */
export const windowSettings = {
  ...plainWindow,
  // A folder is trusted or not as its suite says; nobody is there to answer.
  'security.workspace.trust.startupPrompt': 'never',
  // In a browser it is on by default: what a test writes and takes back would stay on disk.
  'files.autoSave': 'off',
  // Nobody tells when such a save has ended: it may come after a test has put its files back.
  'files.refactoring.autoSave': false,
  // A dialog of the system could not be closed by tests.
  'files.simpleDialog.enable': true,
} as const;
