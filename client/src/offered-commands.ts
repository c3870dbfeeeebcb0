import type { StaticFeature } from 'vscode-languageclient';

/** Commands that the server may put into its actions and lenses. */
const offered = [
  'ciliumMeshLint.explainRule',
  'ciliumMeshLint.openConfiguration',
  'ciliumMeshLint.showTrafficPath',
  'ciliumMeshLint.peek',
];

/** Tells the server which of the client's commands there are. */
export const offeredCommands: StaticFeature = {
  fillClientCapabilities: (capabilities) => {
    const known: unknown = capabilities.experimental;
    capabilities.experimental = {
      ...(typeof known === 'object' ? known : {}),
      ciliumMeshLint: { commands: offered },
    };
  },
  initialize: () => undefined,
  getState: () => ({ kind: 'static' }),
  clear: () => undefined,
};
