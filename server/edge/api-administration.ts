/** Devices, counters, clerks and the catalogue over HTTP. */
import type { Clerk } from '../../schema/api.ts';
import { refuse } from '../../schema/refusal.ts';
import {
  changeMatter,
  createDevice,
  enrolDevice,
  nameMatter,
  revokeDevice,
  saveClerk,
  saveCounter,
} from '../hall/acts/administration.ts';
import { reference } from '../hall/tables/reference.ts';
import { access } from '../people/tables/access.ts';
import { type ApiParts, type Guarded, given, handlerOf } from './guard.ts';
import { setDevice } from './who.ts';

export function administrationRoutes(os: Guarded, { hall }: ApiParts) {
  const as = handlerOf(hall);

  return {
    devices: {
      enrol: os.devices.enrol.handler(async ({ context, input }) => {
        const enrolled = given(await enrolDevice(hall, input.code), context.language);
        setDevice(context.request, context.response, enrolled.secret);
        return enrolled.device;
      }),
      self: os.devices.self.handler(({ context }) => {
        const { actor } = context.who;
        const device = hall
          .read(access)
          .devices()
          .find((one) => actor.kind === 'device' && one.id === actor.id);
        return given(device ?? refuse('not-enrolled'), context.language);
      }),
      list: os.devices.list.handler(() => hall.read(access).devices()),
      create: os.devices.create.handler(as(createDevice)),
      revoke: os.devices.revoke.handler(as(revokeDevice)),
    },
    administration: {
      counters: os.administration.counters.handler(() => [...hall.read(reference).counters().values()]),
      saveCounter: os.administration.saveCounter.handler(as(saveCounter)),
      clerks: os.administration.clerks.handler((): Clerk[] => [...hall.read(reference).clerks().values()]),
      saveClerk: os.administration.saveClerk.handler(as(saveClerk)),
      offerMatter: os.administration.offerMatter.handler(as(changeMatter)),
      nameMatter: os.administration.nameMatter.handler(as(nameMatter)),
      moveMatter: os.administration.moveMatter.handler(as(changeMatter)),
    },
  };
}
