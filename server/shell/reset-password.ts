/** `hall reset-password`: for whoever has forgotten it, the last administrator too. */

import { CLOCK } from '../../schema/who.ts';
import { openFolder } from '../hall-folder.ts';
import { newPassword } from '../people/acts/save-clerk.ts';
import { resetPassword as reset } from '../people/acts/sign-in.ts';
import { hashApart } from '../people/hashing.ts';
import { encodePassword } from '../people/password.ts';
import { clerks } from '../people/tables/clerks.ts';
import { openHall } from '../subjects.ts';
import { hallFile } from './hall-file.ts';
import { type Command, readArguments, usageError } from './terminal.ts';

export const resetPassword: Command = {
  name: 'reset-password',
  summary: 'Gives an account a new password, shown once. The hall must be stopped.',
  help: `npm run hall -- reset-password ACCOUNT

Prints the new password; it is changed at the first sign-in. Every session of the account ends, and its failed tries
are forgotten.`,
  async run(args, { config, say }) {
    const [account] = readArguments(args, {}, 1).positionals;
    if (!account) throw usageError('reset-password needs the ACCOUNT');
    hallFile(config);
    const { store, release } = openFolder(config.dataDir);
    try {
      const hall = openHall(store);
      const clerk = store.read(clerks).byAccount(account);
      if (!clerk) throw new Error(`there is no account ${account}`);
      const password = newPassword();
      const encoded = await hashApart((hash) => encodePassword(hash, password));
      const wish = { command: 'reset-password', requestId: null, actor: CLOCK };
      await hall.commit(wish, (tx) => reset(tx, clerk, encoded));
      say(`${clerk.account}  ${password}`);
      if (!clerk.active) say('This account is not active: an administrator has to make it so.');
      return 0;
    } finally {
      store.close();
      release();
    }
  },
};
