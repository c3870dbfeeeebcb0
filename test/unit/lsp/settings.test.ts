import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultSettings, readsTheSame, settingsFrom } from '../../../server/src/lsp/settings.ts';

test('settings as the client sends them', () => {
  const sent = {
    enable: false,
    exclude: ['a/**'],
    severity: { 'some-rule': 'off' },
    completion: { enabled: false },
    codeLens: { enabled: false },
    inlayHints: { enabled: false },
  };
  assert.deepEqual(settingsFrom(sent), {
    enable: false,
    exclude: ['a/**'],
    severity: new Map([['some-rule', 'off']]),
    completion: false,
    codeLens: false,
    inlayHints: false,
  });
});

test('whatever is missing or of a wrong type is not set', () => {
  for (const value of [
    undefined,
    null,
    7,
    'x',
    [],
    {},
    { enable: 1, exclude: 'a', severity: [1], completion: 0 },
  ]) {
    assert.deepEqual(settingsFrom(value), defaultSettings);
  }
  assert.deepEqual(settingsFrom({ exclude: [1, '', 'x'.repeat(2_000), 'ok'] }).exclude, ['ok']);
});

test('a severity alone changes nothing about which files are read', () => {
  assert.equal(readsTheSame(settingsFrom({ severity: { 'some-rule': 'off' } }), defaultSettings), true);
  assert.equal(readsTheSame(settingsFrom({ exclude: ['a'] }), defaultSettings), false);
  assert.equal(readsTheSame(settingsFrom({ enable: false }), defaultSettings), false);
});
