/** Openings, slots and appointments. */
import { z } from 'zod';
import { AppointmentId, ClerkId, Day, Instant, Language, MatterId, OpeningId, SeriesId, SlotId } from '../ids.ts';
import { AbsenceWish } from '../people/absence.ts';
import { CLERK, command, done, Link, route, STAFF, SUPERVISOR } from '../route.ts';
import { BookingName } from '../typed/names.ts';
import { remark } from '../typed/remark.ts';
import { Telephone } from '../typed/telephone.ts';
import { LostCover } from './cover.ts';
import { OpeningPlan, SeriesPlan, SeriesShown, ShownOpening } from './opening.ts';
import { Slot } from './slot.ts';

/** C11: why it is planned while A and B of a matter are both away. */
const override = remark(200, 2).optional();

export const hoursContract = {
  appointments: {
    slots: route('GET', '/slots', ['public'])
      .input(z.object({ matterId: MatterId }))
      .output(z.array(Slot)),
    hold: route('POST', '/slots/{slotId}/hold', ['public', ...CLERK], 'hold')
      .input(command({ slotId: SlotId, matterId: MatterId }))
      .output(z.object({ appointmentId: AppointmentId, until: Instant, link: z.string() })),
    /** `link` is the hold's link: only who holds it can confirm it. */
    confirm: route('POST', '/appointments/{link}/confirm', ['public', ...CLERK], 'confirm')
      .input(
        command({
          link: Link,
          name: BookingName,
          telephone: Telephone,
          language: Language,
        }),
      )
      .output(z.object({ appointmentId: AppointmentId, code: z.string(), link: z.string() })),
    cancel: route('POST', '/appointments/{link}/cancel', ['public', ...CLERK])
      .input(command({ link: Link }))
      .output(done),
  },
  openings: {
    list: route('GET', '/openings', ['public'])
      .input(z.object({ fromDay: Day.optional(), toDay: Day.optional() }))
      .output(z.array(ShownOpening)),
    /** C11: which lose cover in the days ahead; with an absence, which would lose it, read before it is entered. */
    lostCover: route('POST', '/openings/lost-cover', STAFF)
      .input(
        z.object({ absence: AbsenceWish.pick({ from: true, backOn: true }).extend({ clerkId: ClerkId }).nullable() }),
      )
      .output(z.array(LostCover)),
    create: route('POST', '/openings', SUPERVISOR)
      .input(command({ plan: OpeningPlan, override }))
      .output(z.object({ openingId: OpeningId })),
    /** Whom its cancelling would reach, read before it is confirmed: places booked in it, and people who wait for it now. */
    touches: route('GET', '/openings/{openingId}/touches', SUPERVISOR)
      .input(z.object({ openingId: OpeningId }))
      .output(z.object({ booked: z.number().int(), waiting: z.number().int() })),
    cancel: route('POST', '/openings/{openingId}/cancel', SUPERVISOR)
      .input(command({ openingId: OpeningId, reason: remark(200, 2) }))
      .output(done),
    listSeries: route('GET', '/series', STAFF).output(z.array(SeriesShown)),
    createSeries: route('POST', '/series', SUPERVISOR)
      .input(command({ plan: SeriesPlan, override }))
      .output(z.object({ seriesId: SeriesId, openings: z.number().int() })),
  },
};
