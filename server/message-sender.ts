/** From a message's row to its gateway: the text for its reader, or why there is none. */
import { dialledTelephone } from '../schema/typed/telephone.ts';
import type { Hall } from './app/hall.ts';
import type { SendMessage } from './app/later.ts';
import type { GiveMessage } from './gateways/message-file.ts';
import { type MessagePort, messageText } from './pages/messages.ts';
import { people } from './store/people.ts';
import { appointments } from './store/projections/appointments.ts';
import { reference } from './store/reference.ts';

/** `origin`: where phones reach the hall. A fault of the gateway is thrown and tried again. */
export function messageSender(hall: Hall, give: GiveMessage, origin: string): SendMessage {
  const port = messagePort(hall, origin);
  return async (message, person, language) => {
    const text = messageText(port, message, language);
    if (text === null) return 'no-text';
    if (person.telephone === '') return 'nobody';
    const telephone = dialledTelephone(person.telephone);
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
