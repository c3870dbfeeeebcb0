import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import type { Linter } from 'eslint';
import tseslint from 'typescript-eslint';

/** The rooms of server/src, each with the rooms it may import (docs/architecture.md). */
const rooms: Readonly<Record<string, readonly string[]>> = {
  yaml: [],
  edits: ['yaml'],
  knowledge: [],
  source: ['yaml', 'facts'],
  facts: ['yaml', 'knowledge'],
  manifests: ['yaml', 'knowledge', 'facts', 'source'],
  configuration: ['yaml', 'facts', 'source'],
  carriers: ['yaml', 'knowledge', 'edits', 'facts', 'source'],
  workspace: ['facts', 'knowledge', 'source'],
  rules: ['facts', 'source', 'workspace', 'knowledge'],
  features: [
    'facts',
    'source',
    'carriers',
    'configuration',
    'manifests',
    'rules',
    'workspace',
    'knowledge',
    'edits',
    'yaml',
  ],
  files: ['source'],
  lsp: ['features', 'files', 'rules', 'workspace', 'facts', 'source'],
  cli: ['features', 'files', 'rules', 'workspace', 'facts', 'source', 'lsp'],
};

const platform = [
  'node:fs',
  'node:fs/*',
  'node:child_process',
  'node:net',
  'node:http',
  'node:https',
  'node:os',
  'node:worker_threads',
];
const network = ['node:net', 'node:http', 'node:https', 'node:http2', 'node:dgram', 'node:tls', 'node:dns'];
const networkGlobals = ['fetch', 'WebSocket', 'XMLHttpRequest', 'EventSource', 'WebTransport'];
const impureGlobals = [
  'process',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'Date',
  'performance',
  'console',
];

const roomRules = Object.entries(rooms).map(([room, allowed]): Linter.Config => {
  const forbidden = Object.keys(rooms).filter((other) => other !== room && !allowed.includes(other));
  const isHost = room === 'files' || room === 'lsp' || room === 'cli';
  return {
    files: [`server/src/${room}/**/*.ts`],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            ...(forbidden.length > 0
              ? [
                  {
                    group: forbidden.map((other) => `**/${other}/**`),
                    message: `${room}/ may not import this room (docs/architecture.md).`,
                  },
                ]
              : []),
            ...(room === 'yaml' || room === 'edits'
              ? []
              : [
                  {
                    regex: '^(yaml|js-yaml)(/|$)',
                    message: 'Only yaml/ and edits/ know the YAML libraries.',
                  },
                ]),
            ...(isHost
              ? [{ group: network, message: 'Nothing leaves the machine.' }]
              : [
                  {
                    group: platform,
                    message: 'The core is pure: files, processes and clocks are passed in.',
                  },
                ]),
            ...(room === 'lsp'
              ? []
              : [
                  {
                    group: ['vscode-languageserver', 'vscode-languageserver/*'],
                    allowTypeImports: room === 'features',
                    message: 'Only lsp/ speaks the protocol.',
                  },
                ]),
            { regex: '^vscode$', message: 'Only client/ imports vscode.' },
          ],
        },
      ],
      'no-restricted-globals': ['error', ...networkGlobals, ...(isHost ? [] : impureGlobals)],
    },
  };
});

export default defineConfig(
  globalIgnores([
    '**/*.generated.js',
    'dist/',
    'out/',
    'test/cases/',
    'test/fixtures/',
    '.cache/',
    'coverage/',
  ]),
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/naming-convention': [
        'error',
        { selector: 'variable', format: ['camelCase'] },
        // Names that others gave: of a package's object, and Stryker's own.
        { selector: 'variable', modifiers: ['destructured'], format: null },
        { selector: 'variable', filter: '^__stryker__$', format: null },
      ],
      eqeqeq: 'error',
      // Code is wrapped by prettier, comments are not.
      'max-len': ['error', { code: 1000, comments: 132, ignoreUrls: true }],
      'no-duplicate-imports': 'error',
      'no-restricted-syntax': [
        'error',
        {
          selector: 'CallExpression[callee.object.name=/^(it|test|describe)$/][callee.property.name="only"]',
          message: 'No .only in committed tests.',
        },
      ],
    },
  },
  {
    files: ['client/**/*.ts'],
    rules: {
      'no-restricted-globals': ['error', ...networkGlobals],
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            { group: [...network, '**/server/src/**'], message: 'The client knows no rule and no network.' },
          ],
        },
      ],
    },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [
            { from: 'package', package: 'node:test', name: ['it', 'test', 'describe', 'suite'] },
          ],
        },
      ],
    },
  },
  ...roomRules,
);
