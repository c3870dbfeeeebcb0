import type { Cursor } from './cursor.ts';

/**
 * What other tools replace before the shell sees it: `{{ … }}` of Go and Jinja, `{% … %}` of Jinja, `${{ … }}` of GitHub
 * and Azure, `$[[ … ]]` of GitLab, `<< parameters.name >>` of CircleCI. No real one is longer than this allows.
 */
const templates =
  /\$?\{\{[^]{0,500}?\}\}|\{%[^]{0,500}?%\}|\$\[\[[^]{0,200}?\]\]|<<\s{0,5}[\w-]+(?:\.[\w-]+)+\s{0,5}>>/y;

/** The length of the template at the cursor; 0 where none is, or the script has none. */
export function templateLength(cursor: Cursor): number {
  if (cursor.dialect !== 'templated') return 0;
  templates.lastIndex = cursor.at;
  const length = templates.exec(cursor.text)?.[0].length ?? 0;
  return cursor.at + length <= cursor.end ? length : 0;
}
