/** One hall running: file, write path, Redis, jobs, web and sockets, built in order and stopped in reverse. */

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { CLOCK } from '../schema/who.ts';
import { adoptRows } from './adopt-rows.ts';
import type { Config } from './config.ts';
import { closingOf } from './edge/connections/closing.ts';
import { limitConnections, SLOW } from './edge/connections/connections.ts';
import { createWeb } from './edge/express.ts';
import { placeBy, type Trust } from './edge/gate/address.ts';
import { handshakesOf } from './edge/gate/handshakes.ts';
import { screensBuild } from './edge/screens-build.ts';
import { followerOf } from './edge/who.ts';
import { eraseMessageFiles, type GiveMessage, openMessageFile } from './gateways/message-file.ts';
import { startRedis } from './gateways/own-redis.ts';
import { createPaperPrinter } from './gateways/paper-pdf.ts';
import type { RedisAddress } from './gateways/redis-connection.ts';
import { openFolder } from './hall-folder.ts';
import { planBackup } from './hours/acts/plan-backups.ts';
import { type Backups, startBackups } from './keep/backups.ts';
import { createChecks } from './keep/checks.ts';
import { openReserve } from './keep/reserve.ts';
import { createVerification } from './keep/verification.ts';
import { startWatch } from './keep/watch.ts';
import { startRelay } from './later/relay.ts';
import type { Readings } from './ledger/clock.ts';
import { startFault, unwritten } from './ledger/file/start-fault.ts';
import { whyNot } from './ledger/file/why-not.ts';
import type { Hall } from './ledger/hall.ts';
import { bringUpToDate } from './ledger/rebuild.ts';
import type { Store } from './ledger/store.ts';
import { type BoardKeeper, createBoards } from './live/boards.ts';
import { startRealtime } from './live/publish.ts';
import { notes } from './messages/tables/notes.ts';
import { createHeavyReads, type HeavyReads } from './reads/heavy-reads.ts';
import { keyPeople, planSweeps, spellMatters, watchCases } from './set-up.ts';
import { factsOf, openHall, STREAMS } from './subjects.ts';

export type System = {
  hall: Hall;
  /** The open file: for what no screen asks, in tests and tools. */
  store: Store;
  boards: BoardKeeper;
  port: number;
  redisPid: () => number;
  /** Looks now at what is wrong with the hall, as it does every few seconds. */
  look: () => void;
  /** Runs all that is due by the hall's clock: for a clock that is moved by hand. */
  sweep: () => Promise<void>;
  backups: Backups;
  reads: HeavyReads;
  /** Looks through the whole file beside the running hall, as after each start; a damaged one stops the hall. */
  verify: () => Promise<boolean | null>;
  stop: () => Promise<void>;
};

export type SystemOptions = {
  /** The machine's clocks; a clock that is moved by hand is both of them. */
  readings?: () => Readings;
  /** Fills an empty file before anything runs. */
  prepare?: (hall: Hall) => Promise<void>;
  requestsPerSecond?: number;
  /** Takes messages in the place of the file. */
  gateway?: GiveMessage;
  /** In the place of what the built screens say. */
  build?: string;
  /** False: nothing is verified and backed up by itself, where many halls are started. */
  keeps?: boolean;
  /** A path that answers a POST with a constant, for the bench. */
  echo?: string;
};

export async function startSystem(config: Config, options: SystemOptions = {}): Promise<System> {
  const { keeps = true } = options;
  const log = pino({ level: config.logLevel, redact: ['*.telephone', '*.name', '*.link', '*.code'] });
  const { store, file, redisDir, messagesDir, mark, release } = openFolder(config.dataDir);
  const stops: (() => unknown)[] = [release, () => store.close()];
  // A step that fails keeps none of the others from ending: the file is closed and Redis gone, whatever happens.
  let stopping: Promise<void> | null = null;
  const stop = () => {
    stopping ??= end();
    return stopping;
  };
  async function end(): Promise<void> {
    for (const step of stops.toReversed()) {
      try {
        await step();
      } catch (fault) {
        log.error(fault, 'stopping');
      }
    }
  }
  try {
    // It comes up while the hall is prepared.
    const starting = config.redisUrl ? null : startRedis(redisDir, config.redisProgram);
    starting?.catch(() => {});
    stops.push(() =>
      starting?.then(
        (redis) => redis.stop(),
        () => {},
      ),
    );
    bringUpToDate(store, STREAMS, adoptRows);
    const hall = openHall(store, {
      ...(options.readings ? { readings: options.readings } : {}),
      publicOrigin: config.publicOrigin,
      onFault: (fault) => log.error(fault, 'a screen or job could not be told'),
    });
    // The first to be told: the mark knows of an event before anybody else does.
    hall.onCommitted(mark);
    await options.prepare?.(hall).finally(() => refuseUnwritten(hall, config.dataDir));

    const redis = await starting;
    const address: RedisAddress = redis?.address ?? { url: config.redisUrl! };
    const give = options.gateway ?? openMessageFile(messagesDir);
    const origin = config.publicOrigin ?? `http://${config.host}:${config.port}`;
    const eraseBefore = (day: string) => eraseMessageFiles(messagesDir, day);
    const relay = startRelay({ hall, address, post: { factsOf, give, origin, eraseBefore }, log });
    stops.push(relay.close, () => hall.idle());

    const boards = createBoards(hall, options.build ?? screensBuild());
    const reserve = openReserve(config.dataDir);
    const watch = startWatch(hall, config.dataDir, reserve, {
      redisReady: relay.redisReady,
      late() {
        const { overdue: count, oldest } = relay.counts();
        return { count, oldestMs: oldest ? Math.max(0, hall.nowMs() - Date.parse(oldest)) : 0 };
      },
      failing: relay.failing,
      failedMessages: () => hall.look((from) => from.read(notes).countOf(from.today, 'message-failed')),
      probe: store.probe,
    });
    stops.push(watch.close);
    const requestsPerSecond = options.requestsPerSecond ?? config.requestsPerSecond;
    const checks = createChecks();
    stops.push(checks.close);
    const backups = startBackups({ hall, store, dir: config.backupDir, checks, log, ticks: keeps });
    stops.push(backups.close);
    const reads = createHeavyReads({ hall, store, file });
    stops.push(reads.close);
    const printer = config.chromium ? createPaperPrinter(config.chromium) : null;
    stops.push(() => printer?.close());
    const web = createWeb({
      pdf: printer ? printer.print : null,
      hall,
      boards,
      reads,
      publicOrigin: config.publicOrigin,
      trustProxy: config.trustProxy,
      requestsPerSecond,
      onFault: (fault) => log.error(fault, 'a fault'),
      later: relay.counts,
      backup: backups.latest,
      echo: options.echo,
    });
    const trusts = web.get('trust proxy fn') as Trust;
    const server = createServer(SLOW, web);
    limitConnections(server, trusts);
    const place = placeBy(trusts);
    const closing = closingOf(server);
    stops.push(closing.cut);
    const realtime = startRealtime({
      server,
      boards,
      follower: (cookies) => followerOf(hall, cookies),
      mayOpen: handshakesOf({ hall, place, publicOrigin: config.publicOrigin, requestsPerSecond }),
      place,
    });
    stops.push(realtime.close, closing.drain);
    hall.onCommitted(realtime.publish);
    hall.condition.onChange(realtime.publishTroubles);
    hall.onCommitted((committed) => committed.jobs && relay.nudge());

    await spellMatters(hall);
    await keyPeople(hall);
    await planSweeps(hall);
    if (keeps) await hall.commit({ command: 'plan-backup', requestId: null, actor: CLOCK }, planBackup);
    refuseUnwritten(hall, config.dataDir);
    // A clock that starts late must find openings, not wait for the first tick.
    await relay.begin();
    watch.look();
    await new Promise<void>((resolve, reject) => {
      server.once('error', (fault) => reject(listenFault(fault, config)));
      server.listen(config.port, config.host, resolve);
    });
    const { port } = server.address() as AddressInfo;
    // Nobody at the door waits for it; a start that is cut off here finds them at the next.
    await watchCases(hall);
    const { verify, stop: stopVerifying } = createVerification(hall, file, checks, log);
    stops.push(stopVerifying);
    if (keeps) void verify();
    return {
      hall,
      store,
      boards,
      port,
      redisPid: () => redis?.pid() ?? 0,
      sweep: relay.sweep,
      look: watch.look,
      backups,
      reads,
      verify,
      stop,
    };
  } catch (fault) {
    await stop();
    throw startFault(fault, config.dataDir);
  }
}

/** Whoever is let in or told of a password relies on what this start wrote. */
function refuseUnwritten({ condition }: Hall, dir: string): void {
  const failing = condition.troubles().find(({ id }) => id === 'write-failing');
  if (failing) throw unwritten(dir, String(failing.facts.why));
}

/** Why the door could not be opened, as a sentence for the person at the shell. */
function listenFault(fault: NodeJS.ErrnoException, { host, port }: Config): Error {
  switch (fault.code) {
    case 'EADDRINUSE':
      return whyNot('port-taken', String(port));
    case 'EACCES':
      return whyNot('port-not-ours', String(port));
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return whyNot('address-elsewhere', host);
    default:
      return fault;
  }
}
