/** From a message's row to its gateway: the text for its reader, or why there is none. */

import type { GiveMessage } from '../gateways/message-file.ts';
import { reference } from '../hall/tables/reference.ts';
import { appointments } from '../hours/tables/appointments.ts';
import type { SendMessage } from '../later/due.ts';
import type { Hall } from '../ledger/hall.ts';
import { people } from '../people/tables/people.ts';
import { type MessagePort, messageText } from './texts.ts';

/** `origin`: where phones reach the hall. A fault of the gateway is thrown and tried again. */
export function messageSender(hall: Hall, give: GiveMessage, origin: string): SendMessage {
  const port = messagePort(hall, origin);
  return async (message, person, language) => {
    const text = messageText(port, message, language);
    if (text === null) return 'no-text';
    const { telephone } = person;
    if (telephone === '') return 'nobody';
    return give({ id: message.id, telephone, text, at: new Date(hall.nowMs()).toISOString() });
  };
}

function messagePort({ read }: Hall, origin: string): MessagePort {
  return {
    hall: () => read(reference).hall(),
    appointment(id) {
      const found = read(appointments).byId(id);
      const matter = found && read(reference).matters().get(found.matterId);
      if (!found || !matter) return null;
      const { day, startsAt, code = '' } = found;
      return {
        matterNames: matter.names,
        day,
        startsAt,
        code,
        url: `${origin}/a/${read(people).linkOf('appointment', id)}`,
      };
    },
  };
}
