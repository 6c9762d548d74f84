/** `hall reset-password`: for whoever has forgotten it, the last administrator too. */
import { CLOCK } from '../../schema/who.ts';
import { newPassword } from '../app/administration.ts';
import { createHall } from '../app/hall.ts';
import { encodePassword } from '../app/sessions.ts';
import { access } from '../store/access.ts';
import { openDataDir } from '../store/data-dir.ts';
import { reference } from '../store/reference.ts';
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
    const { store, release } = openDataDir(config.dataDir);
    try {
      const hall = createHall(store);
      const clerk = store.read(reference).clerkByAccount(account);
      if (!clerk) throw new Error(`there is no account ${account}`);
      const password = newPassword();
      const encoded = await encodePassword(password);
      await hall.commit({ command: 'reset-password', requestId: null, actor: CLOCK }, (tx) => {
        tx.write(reference).saveClerk({ ...clerk, password: encoded, mustChangePassword: true });
        tx.write(access).endSessionsOf(clerk.id);
        tx.write(access).clearTries(clerk.account);
        return {};
      });
      say(`${clerk.account}  ${password}`);
      if (!clerk.active) say('This account is not active: an administrator has to make it so.');
      return 0;
    } finally {
      store.close();
      release();
    }
  },
};
