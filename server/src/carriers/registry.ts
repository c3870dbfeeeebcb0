import type { CarrierName } from '../facts/settings.ts';
import type { Carrier } from './carrier.ts';
import { ciliumConfigCarrier } from './cilium-config.ts';
import { helmCommandCarrier } from './commands/helm-command.ts';
import { valuesFileCarrier } from './values-file.ts';

/** Every form of delivery that is understood. A new form is a file beside this one and a line here. */
const byName: Readonly<Record<CarrierName, Carrier>> = {
  'values-file': valuesFileCarrier,
  'cilium-config': ciliumConfigCarrier,
  'helm-command': helmCommandCarrier,
};

/** All carriers, for the index to read with. */
export const carriers: readonly Carrier[] = Object.values(byName);

/** The carrier that wrote a layer's facts. */
export function carrierNamed(name: CarrierName): Carrier {
  return byName[name];
}
