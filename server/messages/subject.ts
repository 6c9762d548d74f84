/** What messages bring; their due rows need the outside and stand in server/later. */
import { messageStream } from './stream.ts';

export const messages = { streams: { message: messageStream } };
