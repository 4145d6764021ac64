export { DamagedRescue, RESCUE_EXTENSION, type RescueFault, type RescueHead, type RescuePhoto } from './format.ts';
export { type ByteSource, type Rescue, readRescue } from './read.ts';
export { type RescuedPhoto, type TakenOver, takeOver, takeOverPhoto } from './take-over.ts';
export { writeRescue } from './write.ts';
