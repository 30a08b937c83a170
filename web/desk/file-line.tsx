import { useState } from 'preact/hooks';
import type { ProblemBody } from '../../shared/contracts/problems.ts';
import { call } from '../client/client.ts';
import { Button } from '../components/button.tsx';
import { Icon } from '../components/icon.tsx';
import { useTexts } from './messages.ts';
import { DeskProblem } from './desk-problem.tsx';

type FileLineProps = { readonly dossierId: string; readonly fileId: string; readonly name: string; readonly detail: string; readonly isImage: boolean; readonly required?: string | undefined };

/** A file of the dossier: saved by a short-lived link, a picture also shown in place. */
export const FileLine = ({ dossierId, fileId, name, detail, isImage, required }: FileLineProps) => {
  const t = useTexts();
  const [problem, setProblem] = useState<ProblemBody>();
  const [picture, setPicture] = useState<{ readonly url: string } | 'failed'>();
  const link = async (): Promise<string | undefined> => {
    const answer = await call('getDeskFile', { params: { dossierId, fileId } });
    setProblem(answer.ok ? undefined : answer.problem);
    return answer.ok ? answer.body.url : undefined;
  };
  // the link answers with a file to keep, so the desk stays where it is
  const save = async (): Promise<void> => {
    const url = await link();
    if (url !== undefined) location.assign(url);
  };
  const look = async (): Promise<void> => {
    if (picture !== undefined) { setPicture(undefined); return; }
    const url = await link();
    if (url !== undefined) setPicture({ url });
  };
  return (
    <li class="file-line">
      <Icon name="paper" size={20} />
      <div class="file-name"><strong>{required ?? name}</strong><span class="small">{detail}</span></div>
      <div class="file-acts">
        {isImage && <Button kind="quiet" small aria-expanded={picture !== undefined} onClick={() => { void look(); }}>{picture === undefined ? t('preview') : t('hidePreview')}</Button>}
        <Button kind="secondary" small aria-label={t('saveFileLabel', { name })} onClick={() => { void save(); }}>{t('saveFile')}</Button>
      </div>
      {problem !== undefined && <DeskProblem problem={problem} />}
      {picture === 'failed' && <p class="small file-picture">{t('previewFailed')}</p>}
      {picture !== undefined && picture !== 'failed' && <img class="file-picture" src={picture.url} alt={t('previewOf', { name: required ?? name })} onError={() => { setPicture('failed'); }} />}
    </li>
  );
};
