import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { offlineProblem } from '../../../client/client.ts';
import { Button } from '../../../components/button.tsx';
import { DeskProblem } from '../../desk-problem.tsx';
import { useFeedbackTexts } from '../texts.ts';
import type { CoverProps } from './cover-tool.tsx';

/** Opens the tool that covers faces and plates; its code comes when it is wanted. */
export const CoverDoor = (props: Omit<CoverProps, 'onClose'>) => {
  const t = useFeedbackTexts();
  const { item: { checked }, name } = props;
  const [open, setOpen] = useState(false);
  const [failed, setFailed] = useState(false);
  const [Tool, setTool] = useState<ComponentType<CoverProps>>();
  useEffect(() => { if (open && Tool === undefined) import('./cover-tool.tsx').then((found) => { setTool(() => found.default); }, () => { setOpen(false); setFailed(true); }); }, [open, Tool]);
  return (
    <>
      <Button kind={checked ? 'quiet' : 'secondary'} small aria-label={`${t(checked ? 'checkAgain' : 'checkPhoto')}: ${name}`} onClick={() => { setFailed(false); setOpen(true); }}>{t(checked ? 'checkAgain' : 'checkPhoto')}</Button>
      {failed && <DeskProblem problem={offlineProblem()} />}
      {open && Tool !== undefined && <Tool {...props} onClose={() => { setOpen(false); }} />}
    </>
  );
};
