/** The guidance catalogue, asked for once and again when an administrator changed it. */
import { useCallback, useEffect, useState } from 'react';
import type { Catalogue } from '../../schema/catalogue.ts';
import { type Client, insist } from '../../web/client.ts';

export function useCatalogue(client: Client) {
  const [catalogue, setCatalogue] = useState<Catalogue | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const reload = useCallback(() => {
    setFailure(null);
    insist(() => client.catalogue({}))
      .then(setCatalogue)
      .catch(setFailure);
  }, [client]);
  useEffect(reload, [reload]);
  return { catalogue, failure, reload };
}
