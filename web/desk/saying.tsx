import { useEffect, useState } from 'preact/hooks';
import { Button } from '../components/button.tsx';
import { useTexts } from './messages.ts';

/** What happened last, said aloud and shown for a while. */
export const useSaying = () => {
  const [said, setSaid] = useState<string>();
  useEffect(() => {
    if (said === undefined) return undefined;
    const timer = setTimeout(() => { setSaid(undefined); }, 6000);
    return () => { clearTimeout(timer); };
  }, [said]);
  return [said, setSaid] as const;
};

export const Said = ({ said, onClose }: { readonly said: string | undefined; readonly onClose: () => void }) => {
  const t = useTexts();
  return <div class="said" role="status">{said !== undefined && <p>{said} <Button kind="quiet" small onClick={onClose}>{t('close')}</Button></p>}</div>;
};
