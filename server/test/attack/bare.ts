/** A bare Express app with a bare Socket.IO: what the same load does to a clerk where none of our work is done. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { Server } from 'socket.io';

/** About as large as a page of ours, and as a board. */
const PAGE = `<!doctype html>${'x'.repeat(12_000)}`;
const BOARD = { rows: 'x'.repeat(6_000) };

const app = express();
app.use(express.json());
app.all('/{*path}', (request, response) => {
  if (request.method === 'GET') response.type('html').cookie('phone', 'x').send(PAGE);
  else response.json({ ticketId: '01M82B6EY3XBFJVGB7NQ2C98XN', number: 'A001' });
});
const server = createServer(app);
const sockets = new Server(server, { transports: ['websocket'], serveClient: false });
sockets.on('connection', (socket) => {
  socket.on('board:again', () => socket.emit('board:snapshot', BOARD));
});
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }));
process.on('disconnect', () => process.exit(0));
