/**
 * The measure of `push_ms`: an Express app that at each POST writes one row to the disk and broadcasts the message that
 * it was started with, and does nothing else.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import express from 'express';
import { Server } from 'socket.io';

const payload = JSON.parse(process.argv[2]!);
const db = new Database(join(process.argv[3]!, 'bare.db'));
db.pragma('journal_mode = WAL');
db.pragma('synchronous = FULL');
db.exec('CREATE TABLE rows (id INTEGER PRIMARY KEY, text TEXT NOT NULL)');
const insert = db.prepare('INSERT INTO rows (text) VALUES (?)');
const app = express();
const server = createServer(app);
const io = new Server(server, { transports: ['websocket'], perMessageDeflate: false });
app.post('/', express.json(), (_request, response) => {
  insert.run('a call');
  io.emit('push', payload);
  response.json({});
});
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
