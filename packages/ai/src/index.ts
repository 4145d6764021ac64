export { type AddressProblem, addressProblem, type TrustedOrigins } from './provider/address.ts';
export { type ChatCall, type ChatPiece, FREE_OF_CHARGE } from './provider/chat.ts';
export type { Finish } from './provider/chunk.ts';
export type { Endpoint } from './provider/endpoint.ts';
export { type ChatMessage, estimateMessages, type MessagePart, pictureMessages } from './provider/message.ts';
export { createModels, type Models } from './provider/models.ts';
export { PATIENCE, type Patience } from './provider/patience.ts';
export type { Structured, StructuredCall } from './provider/structured.ts';
export type { Trial } from './provider/try-model.ts';
