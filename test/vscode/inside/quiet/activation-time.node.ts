import { activate, deactivate } from '../../../../client/src/extension.ts';
import { testActivationTime } from '../activation-time.ts';

testActivationTime(activate, deactivate);
