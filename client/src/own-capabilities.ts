import type { StaticFeature } from 'vscode-languageclient';

/** Commands that the server may put into its actions and lenses. */
const offered = [
  'ciliumMeshLint.explainRule',
  'ciliumMeshLint.openConfiguration',
  'ciliumMeshLint.showTrafficPath',
  'ciliumMeshLint.peek',
];

/** Tells the server which of the client's commands there are, and what VS Code does beside the protocol. */
export const ownCapabilities: StaticFeature = {
  fillClientCapabilities: (capabilities) => {
    const known: unknown = capabilities.experimental;
    capabilities.experimental = {
      ...(typeof known === 'object' ? known : {}),
      // The preview of VS Code leaves out whatever asks for it, until the user ticks its box.
      ciliumMeshLint: { commands: offered, untickedIfAsking: true },
    };
  },
  initialize: () => undefined,
  getState: () => ({ kind: 'static' }),
  clear: () => undefined,
};
