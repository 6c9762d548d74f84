/** The measure of `push_ms`: an Express app that broadcasts a constant of so many bytes at each POST, and nothing else. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { Server } from 'socket.io';

const payload = { text: 'x'.repeat(Math.max(1, Number(process.argv[2]) - 11)) };
const app = express();
const server = createServer(app);
const io = new Server(server, { transports: ['websocket'], perMessageDeflate: false });
app.post('/', express.json(), (_request, response) => {
  io.emit('push', payload);
  response.json({});
});
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
