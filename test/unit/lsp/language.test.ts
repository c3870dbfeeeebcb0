import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { speak } from '../../../server/src/lsp/language.ts';
import { listed } from '../../../server/src/rules/wording/words.ts';

afterEach(() => speak(undefined));

test('a language without a country, and with one', () => {
  for (const locale of ['de', 'de-AT', 'DE_ch']) {
    speak(locale);
    assert.equal(listed(['a', 'b']), 'a und b', locale);
  }
});

test('English where there is no translation, also after another language', () => {
  for (const locale of [undefined, '', 'en-US', 'xx', 'deu']) {
    speak('de');
    speak(locale);
    assert.equal(listed(['a', 'b']), 'a and b', locale);
  }
});
