/** What messages bring; their due rows need the outside and stand in server/later. */
import { messagesRoutes } from './routes.ts';
import { messageStream, noteStream } from './stream.ts';

export const messages = { streams: { message: messageStream, note: noteStream }, routes: messagesRoutes };
