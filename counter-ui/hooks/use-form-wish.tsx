/** A form's wish: what refuses it stays in the form, to be read and answered there. */
import { Alert } from 'antd';
import { type ReactNode, useState } from 'react';
import type { RequestId } from '../../schema/ids.ts';
import { insist, newRequestId } from '../../web/client.ts';
import { useApp } from '../app-context.ts';

type FormWish = {
  send: <T>(wish: (requestId: RequestId) => Promise<T>) => Promise<T | null>;
  busy: boolean;
  /** The sentence that refused the last wish, or nothing. */
  refused: ReactNode;
};

export function useFormWish(): FormWish {
  const { explain } = useApp();
  const [busy, setBusy] = useState(false);
  const [sentence, setSentence] = useState<string | null>(null);

  async function send<T>(wish: (requestId: RequestId) => Promise<T>): Promise<T | null> {
    const requestId = newRequestId();
    setBusy(true);
    setSentence(null);
    try {
      return await insist(() => wish(requestId));
    } catch (error) {
      setSentence(explain(error));
      return null;
    } finally {
      setBusy(false);
    }
  }
  const refused = sentence && (
    <Alert className="form-refused" type="error" showIcon role="alert" data-testid="refused" title={sentence} />
  );
  return { send, busy, refused };
}
