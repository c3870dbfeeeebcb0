import { isMakefile } from './makefile.ts';
import { wholeScript } from './script.ts';
import { scriptCarrier } from './script-carrier.ts';

/** Settings in shell scripts and makefiles; which of them a file is its text itself tells. */
export const helmCommandCarrier = scriptCarrier({
  name: 'helm-command',
  kind: 'script',
  hints: ['helm', 'HELM', 'cilium', 'CILIUM'],
  scriptsOf: ({ text }) => [wholeScript(text, isMakefile(text) ? 'make' : 'shell')],
});
