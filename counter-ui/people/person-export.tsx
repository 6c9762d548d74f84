/** 个人信息保护法 Art. 45: all that is held, to read, to print, or as a file; each giving out is recorded. */

import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Fragment } from 'react';
import type { CameBy } from '../../schema/cases/events.ts';
import type { ResidentStepFacts } from '../../schema/cases/history.ts';
import type { PaperKind } from '../../schema/cases/paper.ts';
import { stepText } from '../../schema/cases/words/step-text.ts';
import { inLanguage, type PersonId } from '../../schema/ids.ts';
import type { PersonExport as Export } from '../../schema/people/person-views.ts';
import { CHINA_ZONE } from '../../schema/time.ts';
import { dialledTelephone } from '../../schema/typed/telephone.ts';
import { matterName, useApp } from '../app-context.ts';
import { PAPER_WORDS } from '../cases/papers.tsx';
import { saveFile } from '../hall/table-file.ts';
import { Answer } from '../parts/answer.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { clockTime, dateText, dayOf } from '../words/hall-time.ts';
import { toResident } from '../words/resident-words.ts';
import { actDetail, caseState } from './person-words.ts';

export function PersonExport({ personId, leave }: { personId: PersonId; leave: () => void }) {
  const { say, client } = useApp();
  const asked = useQuery({
    queryKey: ['person-export', personId],
    queryFn: () => client.people.export({ personId }),
    // Asked again it would be recorded again.
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <Dialog title={say('personExportTitle')} leave={leave} width={760}>
      <Answer asked={asked}>
        {(all) => (
          <div className="person-export" data-testid="person-export-text">
            <Lines all={all} />
            <div className="form-foot">
              <Button data-testid="export-print" onClick={() => print()}>
                {say('personPrint')}
              </Button>
              <Button
                type="primary"
                data-testid="export-save"
                onClick={() =>
                  saveFile(
                    `${personId}.json`,
                    new Blob([JSON.stringify(all, null, 2)], { type: 'application/json;charset=utf-8' }),
                  )
                }
              >
                {say('personSave')}
              </Button>
            </div>
          </div>
        )}
      </Answer>
    </Dialog>
  );
}

function Lines({ all }: { all: Export }) {
  const app = useApp();
  const { say, language, board } = app;
  const when = (at: string) => `${dateText(dayOf(at), language)} ${clockTime(at)}`;
  const hall = board.rows.hall[0];
  const lines: [label: string, text: string][] = [
    [hall ? inLanguage(hall.names, language) : '', when(all.at)],
    [say('personBy.name'), all.name],
    [say('personBy.telephone'), all.telephone ? dialledTelephone(all.telephone) : ''],
    [say('personFormer'), all.formerTelephone ? dialledTelephone(all.formerTelephone) : ''],
    [
      all.document ? say(`document.${all.document.kind}`) : '',
      all.document ? (all.document.number ?? say('documentMatch')) : '',
    ],
    [
      say('personHeld'),
      all.eraseOn ? say('personEraseOn', { day: dateText(all.eraseOn, language) }) : say('personKeptOpen'),
    ],
    [
      say('personCases'),
      all.cases
        .map((one) =>
          [
            one.receiptNo ?? one.number,
            inLanguage(one.matterNames, language),
            say(`personPart.${one.part}`),
            ...(one.helps?.scope ?? []).map((scope) => say(`helperScope.${scope}`)),
            one.helps?.until ? say('helperUntilDay', { day: dateText(one.helps.until, language) }) : '',
            when(one.openedAt),
            say(`origin.${one.came.by as CameBy}`),
            caseState(say, one),
            one.acceptedOn ? `${say('acceptedOn')} ${dateText(one.acceptedOn, language)}` : '',
            one.dueOn ? `${say('dueOn')} ${dateText(one.dueOn, language)}` : '',
            say('firstContactIs', { name: one.firstContactName }),
            say('handlerIs', { name: one.handlerName }),
          ]
            .filter(Boolean)
            .join(' · '),
        )
        .join('\n'),
    ],
    [
      say('papersGiven'),
      all.cases
        .flatMap(({ papers }) => papers)
        .map(({ no, kind, day, voidedBy }) =>
          [
            say(PAPER_WORDS[kind as PaperKind]),
            no,
            dateText(day, language),
            voidedBy ? say('paperVoid', { no: voidedBy }) : '',
          ]
            .filter(Boolean)
            .join(' · '),
        )
        .join('\n'),
    ],
    [
      say('personSteps'),
      all.cases
        .flatMap(({ steps, receiptNo, number }) => steps.map((step) => ({ step, no: receiptNo ?? number })))
        .map(({ step, no }) => {
          const { day, text } = stepText(step as ResidentStepFacts, language, CHINA_ZONE, toResident(language));
          return [no, dateText(day, language), text].join(' · ');
        })
        .join('\n'),
    ],
    [
      say('personHandedIn'),
      all.cases
        .flatMap(({ handedIn }) => handedIn)
        .map((item) => inLanguage(item, language))
        .join('\n'),
    ],
    [say('personSaid'), all.cases.flatMap((one) => one.said).join('\n')],
    [
      say('personAppointments'),
      all.appointments
        .map((one) =>
          [when(one.startsAt), matterName(app, one.matterId), say(`booked.${one.phase}` as 'booked.confirmed')].join(
            ' · ',
          ),
        )
        .join('\n'),
    ],
    [
      say('personMessages'),
      all.messages.map((one) => `${when(one.at)} · ${say(`message.${one.kind}` as 'message.case-late')}`).join('\n'),
    ],
    [
      say('personActs'),
      all.acts
        .map((act) =>
          [when(act.at), act.byName ?? say('byClock'), say(`personAct.${act.act}`), actDetail(say, act), act.reason]
            .filter(Boolean)
            .join(' · '),
        )
        .join('\n'),
    ],
  ];
  return (
    <dl>
      {lines.map(([label, text]) =>
        text === '' ? null : (
          <Fragment key={label}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </Fragment>
        ),
      )}
    </dl>
  );
}
