import { afterEach, describe, it } from 'mocha';

import { changeOnDisk } from '../files.ts';
import {
  closeAll,
  namespace,
  open,
  placeOf,
  problemOfValues,
  values,
  valuesBreakNothing,
} from '../workspace.ts';

const enabled = 'istio-injection: enabled';
const disabled = 'istio-injection: disabled';

describe('The problem of the values file follows the namespace', () => {
  afterEach(closeAll);

  it('when its label is changed on disk', async () => {
    await open(values);
    await problemOfValues();
    const restore = await changeOnDisk(namespace, enabled, disabled);
    try {
      await valuesBreakNothing();
    } finally {
      await restore();
    }
    await problemOfValues();
  });

  it('when its label is changed in an editor and not saved', async () => {
    await open(values);
    await problemOfValues();
    const editor = await open(namespace);
    await editor.edit((edit) => edit.replace(placeOf(editor, enabled), disabled));
    await valuesBreakNothing();
    await closeAll();
    await problemOfValues();
  });
});
