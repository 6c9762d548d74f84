import { Button, Empty, Spin } from 'antd';
import type { ReactNode } from 'react';
import { useApp } from '../app-context.ts';
import type { Asked } from '../hooks/use-asked.ts';

/** A screen with a title, its actions at the right, and a body that scrolls. */
export function Page({ title, lead, actions, children }: PageProps) {
  return (
    <section className="page">
      <header className="page-head">
        <div>
          <h1>{title}</h1>
          {lead && <p>{lead}</p>}
        </div>
        <div className="page-actions">{actions}</div>
      </header>
      <div className="page-body">{children}</div>
    </section>
  );
}

type PageProps = { title: string; lead?: string; actions?: ReactNode; children: ReactNode };

/** The answer when it is here, else an honest word that it is asked for or that it failed. */
export function Answer<T>({ asked, children }: { asked: Asked<T>; children: (data: T) => ReactNode }) {
  const { say } = useApp();
  if (asked.data !== null) {
    return (
      <>
        {asked.failure && <Trouble sentence={asked.failure} again={asked.again} />}
        {children(asked.data)}
      </>
    );
  }
  if (asked.failure) return <Trouble sentence={asked.failure} again={asked.again} />;
  return (
    <div className="middle" role="status">
      <Spin /> <span>{say('loading')}</span>
    </div>
  );
}

export function Trouble({ sentence, again }: { sentence: string; again: () => void }) {
  const { say } = useApp();
  return (
    <div className="trouble" role="alert">
      <span>{sentence}</span>
      <Button size="small" onClick={again}>
        {say('again')}
      </Button>
    </div>
  );
}

export function Nothing({ sentence }: { sentence: string }) {
  return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={sentence} />;
}
