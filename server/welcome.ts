/** What a start prints for those who have not come in yet: first passwords and enrolment links, the same at each start. */
import { isRefusal } from '../schema/refusal.ts';
import { CLOCK } from '../schema/who.ts';
import { enrolmentUrl, renewCode } from './hall/acts/enrol-device.ts';
import { firstSecrets } from './hall/tables/first-secrets.ts';
import { allDevices } from './hall/views/device-view.ts';
import type { Tx } from './ledger/commit.ts';
import type { Hall } from './ledger/hall.ts';
import { clerks } from './people/tables/clerks.ts';
import type { Welcome } from './set-up.ts';

/**
 * Whoever signed in, got another password, or is not active is left out; so is a device that was enrolled or revoked.
 * A printed code is good again from now on, so that an old slip of paper still works.
 */
export async function welcome(hall: Hall): Promise<Welcome> {
  const found = await hall.commit({ command: 'welcome', requestId: null, actor: CLOCK }, unused);
  if (isRefusal(found)) throw new Error(`the welcome was refused: ${found.refused}`);
  return found;
}

function unused(tx: Tx): Welcome {
  const known = new Map(allDevices(tx).map((device) => [device.id, device]));
  const found: Welcome = { passwords: [], devices: [] };
  for (const secret of tx.read(firstSecrets).all()) {
    switch (secret.kind) {
      case 'password': {
        const clerk = tx.read(clerks).all().get(secret.ref);
        if (clerk?.active) found.passwords.push({ ...nameOf(clerk), password: secret.text });
        break;
      }
      case 'code': {
        const device = known.get(secret.ref);
        if (device?.phase !== 'waiting') break;
        renewCode(tx, device.id);
        found.devices.push({ device, url: enrolmentUrl(device.kind, secret.text) });
        break;
      }
      default:
        secret satisfies never;
    }
  }
  return found;
}

function nameOf({ account, name, role }: Omit<Welcome['passwords'][number], 'password'>) {
  return { account, name, role };
}
