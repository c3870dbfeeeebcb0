import { activate, deactivate } from '../../../../client/src/web.ts';
import { testActivationTime } from '../activation-time.ts';

testActivationTime(activate, deactivate);
