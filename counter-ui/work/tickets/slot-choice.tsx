import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { z } from 'zod';
import type { Slot } from '../../../schema/hours/slot.ts';
import type { MatterId } from '../../../schema/ids.ts';
import { useApp } from '../../app-context.ts';
import { Provisional } from '../../cases/due-date.tsx';
import { Answer } from '../../parts/answer.tsx';
import { Nothing } from '../../parts/nothing.tsx';
import { clockTime, dayText } from '../../words/hall-time.ts';

export type FreeSlot = z.infer<typeof Slot>;

type Props = { matterId: MatterId; hold: (slot: FreeSlot) => Promise<boolean> };

/** Times as plain buttons, day by day. A slot that was just taken leaves the list at once. */
export function SlotChoice({ matterId, hold }: Props) {
  const { say, client, language } = useApp();
  const asked = useQuery({ queryKey: ['slots', matterId], queryFn: () => client.appointments.slots({ matterId }) });
  const [busy, setBusy] = useState(false);

  async function choose(slot: FreeSlot) {
    setBusy(true);
    if (!(await hold(slot))) void asked.refetch();
    setBusy(false);
  }

  return (
    <Answer asked={asked}>
      {(slots) => {
        const free = slots.filter((slot) => slot.free > 0);
        if (free.length === 0) return <Nothing sentence={say('noSlots')} />;
        const days = [...new Set(free.map((slot) => slot.day))];
        return (
          <div className="slots">
            {days.map((day) => (
              <section key={day} className="slots-of-day">
                <h2 className="slots-day">
                  {dayText(day, language)}
                  {free.some((slot) => slot.day === day && slot.provisional) && <Provisional of="hours" />}
                </h2>
                <div className="slot-times">
                  {free
                    .filter((slot) => slot.day === day)
                    .map((slot) => (
                      <Button
                        key={slot.id}
                        size="small"
                        autoFocus={slot === free[0]}
                        data-testid="slot"
                        disabled={busy}
                        title={say('slotFree', { count: slot.free })}
                        onClick={() => void choose(slot)}
                      >
                        {clockTime(slot.startsAt)}
                      </Button>
                    ))}
                </div>
              </section>
            ))}
          </div>
        );
      }}
    </Answer>
  );
}
