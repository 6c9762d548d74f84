/** A form's wish: what refuses it stays in the form, to be read and answered there. */
import { Alert } from 'antd';
import { type ReactNode, useState } from 'react';
import type { RequestId } from '../../schema/ids.ts';
import type { RefusalCode } from '../../schema/refusal.ts';
import { insist, newRequestId, refusalOf } from '../../web/client.ts';
import { useApp } from '../app-context.ts';

type FormWish = {
  send: <T>(wish: (requestId: RequestId) => Promise<T>) => Promise<T | null>;
  busy: boolean;
  /** The sentence that refused the last wish, or nothing. */
  refused: ReactNode;
  /** Why, where it was a rule. */
  code: RefusalCode | null;
};

export function useFormWish(): FormWish {
  const { explain } = useApp();
  const [busy, setBusy] = useState(false);
  const [sentence, setSentence] = useState<string | null>(null);
  const [code, setCode] = useState<RefusalCode | null>(null);

  async function send<T>(wish: (requestId: RequestId) => Promise<T>): Promise<T | null> {
    const requestId = newRequestId();
    setBusy(true);
    setSentence(null);
    setCode(null);
    try {
      return await insist(() => wish(requestId));
    } catch (error) {
      setSentence(explain(error));
      setCode(refusalOf(error)?.code ?? null);
      return null;
    } finally {
      setBusy(false);
    }
  }
  const refused = sentence && (
    <Alert className="form-refused" type="error" showIcon role="alert" data-testid="refused" title={sentence} />
  );
  return { send, busy, refused, code };
}
