/** The guidance catalogue. */
import { z } from 'zod';
import { FieldChange } from '../hall/history.ts';
import { AgencyId, ClerkId, Letter, MatterId } from '../ids.ts';
import { IdentityUse } from '../people/person.ts';
import { ADMINISTRATOR, command, route, STAFF } from '../route.ts';
import { remark } from '../typed/remark.ts';
import { Agency, AgencyPlan } from './agency.ts';
import { Aliases, Catalogue, MatterDraft, MatterTouches, MatterVersion, RetentionDays } from './catalogue.ts';
import { IMPORTED_MOST, ImportedMatters, ImportedRow } from './import.ts';
import { PictureId } from './material.ts';
import { Standing } from './standing.ts';

/** As long as the largest picture that the setting allows is in base64. */
const PICTURE_TEXT_MOST = 1_800_000;

export const catalogueContract = {
  catalogue: route('GET', '/catalogue', ['public']).output(Catalogue),
  administration: {
    /** Takes a matter out of kiosk and booking, or puts it back. */
    offerMatter: route('POST', '/matters/{matterId}/offered', ADMINISTRATOR)
      .input(command({ matterId: MatterId, offered: z.boolean() }))
      .output(z.object({})),
    /** L1: edited, or new. Cases that are open keep the version under which they were opened. */
    saveMatter: route('POST', '/matters', ADMINISTRATOR)
      .input(command({ matter: MatterDraft }))
      .output(z.object({ matterId: MatterId })),
    /** L1: what a file would do, row by row; nothing is saved. */
    previewImport: route('POST', '/matters/import/preview', ADMINISTRATOR)
      .input(z.object({ matters: ImportedMatters }))
      .output(z.array(ImportedRow)),
    /** All of it, or nothing. */
    importMatters: route('POST', '/matters/import', ADMINISTRATOR)
      .input(command({ matters: ImportedMatters }))
      .output(z.object({ saved: z.number().int() })),
    /** L1: what hangs on these matters together, read by an administrator who is about to change them. */
    matterTouches: route('POST', '/matters/touches', ADMINISTRATOR)
      .input(z.object({ matterIds: z.array(MatterId).min(1).max(IMPORTED_MOST) }))
      .output(MatterTouches),
    /** L1: the matter as each of its changes left it, newest first. */
    matterVersions: route('GET', '/matters/{matterId}/versions', ADMINISTRATOR)
      .input(z.object({ matterId: MatterId }))
      .output(z.array(MatterVersion)),
    /** L1: what of the matter is otherwise in the later of two versions, field by field. */
    compareMatter: route('GET', '/matters/{matterId}/versions/{one}/{other}', ADMINISTRATOR)
      .input(z.object({ matterId: MatterId, one: z.coerce.number().int(), other: z.coerce.number().int() }))
      .output(z.array(FieldChange)),
    /** L3: what people call it, to be found by. */
    nameMatter: route('POST', '/matters/{matterId}/aliases', ADMINISTRATOR)
      .input(command({ matterId: MatterId, aliases: Aliases }))
      .output(z.object({})),
    /** P1, P2: what is kept of the people of this matter, and for how long. */
    keepOfMatter: route('POST', '/matters/{matterId}/people', ADMINISTRATOR)
      .input(command({ matterId: MatterId, identity: IdentityUse, retentionDays: RetentionDays }))
      .output(z.object({})),
    /** C9, C13: what the hall promises, which materials may follow, and bases of pauses; one that is absent stays as it is. */
    termsOfMatter: route('POST', '/matters/{matterId}/terms', ADMINISTRATOR)
      .input(
        command({
          matterId: MatterId,
          promisedDays: z.number().int().min(0).max(3650).nullable(),
          mayFollow: z.array(z.string()).max(100),
          applicantBasis: remark(200).nullable().optional(),
          publicNoticeBasis: remark(200).nullable().optional(),
        }),
      )
      .output(z.object({})),
    /** L3: what a material looks like; `bytes` of a PNG or JPEG as base64, null: no picture any more. */
    pictureOfMaterial: route('POST', '/matters/{matterId}/picture', ADMINISTRATOR)
      .input(
        command({
          matterId: MatterId,
          materialId: z.string().max(100),
          bytes: z.base64().max(PICTURE_TEXT_MOST).nullable(),
        }),
      )
      .output(z.object({})),
    /** L1, L3: a picture that a file holds, before its matters are looked at; its id, which they then name. */
    keepPicture: route('POST', '/matters/import/picture', ADMINISTRATOR)
      .input(command({ bytes: z.base64().max(PICTURE_TEXT_MOST) }))
      .output(z.object({ picture: PictureId })),
    /** L2: by which approval and which entrustment it is offered; at the end of its period it leaves by itself. */
    standingOfMatter: route('POST', '/matters/{matterId}/standing', ADMINISTRATOR)
      .input(command({ matterId: MatterId, standing: Standing }))
      .output(z.object({})),
    /** C11: its A and B clerk; null: none. */
    clerksOfMatter: route('POST', '/matters/{matterId}/clerks', ADMINISTRATOR)
      .input(command({ matterId: MatterId, clerkA: ClerkId.nullable(), clerkB: ClerkId.nullable() }))
      .output(z.object({})),
    moveMatter: route('POST', '/matters/{matterId}/group', ADMINISTRATOR)
      .input(command({ matterId: MatterId, letter: Letter }))
      .output(z.object({})),
    /** C5: all of them, also those not in use and those that were offered. */
    agencies: route('GET', '/agencies', STAFF).output(z.array(Agency)),
    saveAgency: route('POST', '/agencies', ADMINISTRATOR)
      .input(command({ agency: AgencyPlan.extend({ id: AgencyId.optional() }) }))
      .output(Agency),
  },
};
