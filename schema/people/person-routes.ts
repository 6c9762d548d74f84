/** People's data: entering, finding, revealing, changing, giving out and erasing it (P1, P2, S4). */
import { z } from 'zod';
import { CaseId, PersonId, TicketId } from '../ids.ts';
import { CLERK, command, route, STAFF, SUPERVISOR } from '../route.ts';
import { TypedDocument, TypedDocumentNumber } from '../typed/document.ts';
import { PersonName } from '../typed/names.ts';
import { LastFour } from '../typed/numbers.ts';
import { remark } from '../typed/remark.ts';
import { Telephone } from '../typed/telephone.ts';
import { HelperFacts } from './helper.ts';
import { MaskedPerson, PersonFacts, PersonField, PRIVACY_NOTICE } from './person.ts';
import { PersonExport, PersonHeld } from './person-views.ts';

const onPerson = { personId: PersonId };
const key = <K extends string, T extends z.ZodType>(by: K, text: T) => z.object({ by: z.literal(by), text });

export const personContract = {
  people: {
    /** The applicant of a case, or of all cases of a ticket; found before, or entered. */
    enter: route('POST', '/people', CLERK)
      .input(
        command({
          of: z.union([z.object({ caseId: CaseId }), z.object({ ticketId: TicketId })]),
          applicant: z.union([z.object(onPerson), PersonFacts]),
          helper: HelperFacts.nullable(),
          /** 个人信息保护法 Art. 17: what was shown before. */
          notice: z.literal(PRIVACY_NOTICE),
        }),
      )
      .output(z.object({ applicant: MaskedPerson, helper: MaskedPerson.nullable(), isKnown: z.boolean() })),
    /** By the whole of one thing, or the telephone's last four; each finding is recorded. */
    lookUp: route('POST', '/people/look-up', STAFF)
      .input(
        z.object({
          key: z.discriminatedUnion('by', [
            key('telephone', Telephone),
            key('last-four', LastFour),
            key('name', PersonName),
            key('document', TypedDocumentNumber),
          ]),
        }),
      )
      .output(z.object({ people: z.array(MaskedPerson), isCut: z.boolean() })),
    /** `reason` where no open case of the clerk is reason enough. */
    reveal: route('POST', '/people/{personId}/reveal', STAFF)
      .input(z.object({ ...onPerson, field: PersonField, reason: remark(200, 2).optional() }))
      .output(z.object({ text: z.string() })),
    /** Against identity: `document` is what was shown for it. */
    changeTelephone: route('POST', '/people/{personId}/telephone', CLERK)
      .input(command({ ...onPerson, telephone: Telephone, document: TypedDocument }))
      .output(MaskedPerson),
    /** H6: it is the person's. */
    checkTelephone: route('POST', '/people/{personId}/telephone/checked', CLERK)
      .input(command(onPerson))
      .output(MaskedPerson),
    held: route('GET', '/people/{personId}', SUPERVISOR).input(z.object(onPerson)).output(PersonHeld),
    export: route('POST', '/people/{personId}/export', SUPERVISOR).input(z.object(onPerson)).output(PersonExport),
    erase: route('POST', '/people/{personId}/erase', SUPERVISOR)
      .input(command({ ...onPerson, reason: remark(500, 2) }))
      .output(MaskedPerson),
  },
};
