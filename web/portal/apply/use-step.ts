import { useEffect, useState } from 'preact/hooks';

const inAddress = (): string => new URLSearchParams(location.search).get('buoc') ?? '';

const addressOf = (step: string): string => {
  const query = new URLSearchParams(location.search);
  query.set('buoc', step);
  return `?${query.toString()}`;
};

/** The step in the address, so that the browser's own back button walks through the form. */
export const useStep = (first: string): readonly [string, (step: string) => void] => {
  const [step, setStep] = useState(inAddress() || first);
  useEffect(() => {
    const follow = () => { setStep(inAddress() || first); };
    addEventListener('popstate', follow);
    return () => { removeEventListener('popstate', follow); };
  }, [first]);
  const go = (next: string) => {
    history.pushState(null, '', addressOf(next));
    setStep(next);
    scrollTo(0, 0);
  };
  return [step, go];
};
