/** The process of ./checks.ts: reads whole files, so that the hall's own never waits for it. */
import { dirname } from 'node:path';
import { answerBeside } from '../ledger/file/beside.ts';
import { readKeys } from '../ledger/file/data-dir.ts';
import { checkBackup } from './backup-check.ts';
import type { Check, Found } from './checks.ts';
import { faultsOfRunning } from './findings.ts';

answerBeside<Check, Found>((check) =>
  check.kind === 'running'
    ? faultsOfRunning(check.file, readKeys(dirname(check.file)))
    : checkBackup(check.file, check.at, check.known),
);
