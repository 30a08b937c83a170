import { useEffect, useState } from 'preact/hooks';
import { call } from '../../client/client.ts';
import type { Answer } from '../../client/contract-types.ts';

export type NearbyReport = Answer<'listDeskNearby'>['items'][number];
export type NearbyState = { readonly items: readonly NearbyReport[]; readonly state: 'none' | 'asking' | 'known' | 'failed' };

/** What may be of the same matter as a report; asked for whoever sorts. */
export const useNearby = (feedbackId: string | undefined): NearbyState => {
  const [found, setFound] = useState<NearbyState>({ items: [], state: 'none' });
  useEffect(() => {
    let wanted = true;
    setFound({ items: [], state: feedbackId === undefined ? 'none' : 'asking' });
    if (feedbackId !== undefined) void call('listDeskNearby', { params: { feedbackId } }).then((answer) => { if (wanted) setFound(answer.ok ? { items: answer.body.items, state: 'known' } : { items: [], state: 'failed' }); });
    return () => { wanted = false; };
  }, [feedbackId]);
  return found;
};
