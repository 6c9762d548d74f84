import type { UseQueryResult } from '@tanstack/react-query';
import { Button, Spin } from 'antd';
import type { ReactNode } from 'react';
import { errorSentence } from '../../web/client.ts';
import { useApp } from '../app-context.ts';

/** The answer when it is here, else an honest word that it is asked for or that it failed. */
export function Answer<T>({ asked, children }: { asked: UseQueryResult<T>; children: (data: T) => ReactNode }) {
  const { say } = useApp();
  if (asked.data !== undefined) {
    return (
      <>
        <Trouble asked={asked} />
        {children(asked.data)}
      </>
    );
  }
  if (asked.error) return <Trouble asked={asked} />;
  return (
    <div className="middle" role="status">
      <Spin /> <span>{say('loading')}</span>
    </div>
  );
}

/** Why there is no answer, and the way to ask again; nothing where there is one. */
export function Trouble({ asked }: { asked: UseQueryResult }) {
  const { say, language } = useApp();
  if (!asked.error) return null;
  return (
    <div className="trouble" role="alert">
      <span>{errorSentence(asked.error, language)}</span>
      <Button size="small" onClick={() => void asked.refetch()}>
        {say('again')}
      </Button>
    </div>
  );
}
