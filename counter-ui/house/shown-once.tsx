import { Button, Modal } from 'antd';
import { useState } from 'react';
import { useApp } from '../app-context.ts';

type Props = {
  title: string;
  lead: string;
  facts: { label: string; value: string; testId: string }[];
  leave: () => void;
};

/** Secrets that are shown this once: large, each with a copy button, and closed only on purpose. */
export function ShownOnce({ title, lead, facts, leave }: Props) {
  const { say } = useApp();
  const [copied, setCopied] = useState<string | null>(null);
  const copy = (value: string) =>
    navigator.clipboard?.writeText(value).then(
      () => setCopied(value),
      () => setCopied(null),
    );
  return (
    <Modal
      open
      title={title}
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
      width={560}
      footer={
        <Button type="primary" onClick={leave} data-testid="shown-once-done">
          {say('notedDown')}
        </Button>
      }
    >
      <p>{lead}</p>
      {facts.map(({ label, value, testId }) => (
        <div key={label} className="secret">
          <span className="soft">{label}</span>
          <code data-testid={testId}>{value}</code>
          {navigator.clipboard && (
            <Button size="small" onClick={() => copy(value)}>
              {say(copied === value ? 'copied' : 'copy')}
            </Button>
          )}
        </div>
      ))}
    </Modal>
  );
}
