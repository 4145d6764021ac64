export { DamagedRescue, RESCUE_EXTENSION, type Rescue, type RescueFault } from '@heliograph/sync/rescue';
export { makeRescue, type RescueFile, type RescueOwner } from './make-rescue.ts';
export { openRescue } from './open-rescue.ts';
export { type Taking, takeRescue } from './take-rescue.ts';
