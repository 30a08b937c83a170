import { useState } from 'preact/hooks';
import type { ProblemBody } from '../../shared/contracts/problems.ts';
import { call } from '../client/client.ts';
import { Button } from '../components/button.tsx';
import { Icon } from '../components/icon.tsx';
import { useLanguage } from '../components/language.ts';
import { viewerText } from '../messages/viewer.ts';
import { useTexts } from './messages.ts';
import { DeskProblem } from './desk-problem.tsx';
import { FileViewer } from './file-viewer.tsx';

type FileLineProps = { readonly dossierId: string; readonly fileId: string; readonly name: string; readonly detail: string; readonly isImage: boolean; readonly required?: string | undefined; /** what it says is kept with it */ readonly onScreen?: boolean };

/** A file of the dossier: looked at in place, or saved, each by a short-lived link. */
export const FileLine = ({ dossierId, fileId, name, detail, isImage, required, onScreen = false }: FileLineProps) => {
  const t = useTexts();
  const language = useLanguage();
  const say = viewerText(language);
  const [problem, setProblem] = useState<ProblemBody>();
  const [shown, setShown] = useState<string>();
  const link = async (to: 'save' | 'view'): Promise<string | undefined> => {
    const answer = await call('getDeskFile', { params: { dossierId, fileId }, query: { to } });
    setProblem(answer.ok ? undefined : answer.problem);
    return answer.ok ? answer.body.url : undefined;
  };
  // the link answers with a file to keep, so the desk stays where it is
  const save = async (): Promise<void> => {
    const url = await link('save');
    if (url !== undefined) location.assign(url);
  };
  const look = async (): Promise<void> => { setShown(shown === undefined ? await link('view') : undefined); };
  const readHere = async (): Promise<void> => {
    const { showIssuedForm } = await import('../components/issued-form-dialog.tsx');
    showIssuedForm({ name, language, read: () => call('getDeskForm', { params: { dossierId, documentId: fileId } }) });
  };
  return (
    <li class="file-line">
      <Icon name="paper" size={20} />
      <div class="file-name"><strong title={required}>{required ?? name}</strong><span class="small">{detail}</span></div>
      <div class="file-acts">
        {onScreen && <Button kind="quiet" small aria-label={say('readLabel', { name })} onClick={() => { void readHere(); }}>{say('read')}</Button>}
        <Button kind="quiet" small aria-expanded={shown !== undefined} aria-label={shown === undefined ? say('viewLabel', { name }) : undefined} onClick={() => { void look(); }}>{shown === undefined ? say('view') : say('fold')}</Button>
        <Button kind="secondary" small aria-label={t('saveFileLabel', { name })} onClick={() => { void save(); }}>{t('saveFile')}</Button>
      </div>
      {problem !== undefined && <DeskProblem problem={problem} />}
      {shown !== undefined && <FileViewer url={shown} name={required ?? name} isImage={isImage} />}
    </li>
  );
};
