import { Button, Spin } from 'antd';
import type { ReactNode } from 'react';
import { useApp } from '../app-context.ts';
import type { Asked } from '../hooks/use-asked.ts';

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
