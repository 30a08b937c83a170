import { useEffect, useRef, useState } from 'preact/hooks';
import type { DeskFeedbackView } from '../../../../shared/contracts/feedback-shapes.ts';
import type { ProblemBody } from '../../../../shared/contracts/problems.ts';
import { call, newRequestKey } from '../../../client/client.ts';
import { mediaProblem, sendShot } from '../../../client/send-shot.ts';
import { Button } from '../../../components/button.tsx';
import { Skeleton } from '../../../components/skeleton.tsx';
import { useFields } from '../../act-form.tsx';
import { DeskProblem } from '../../desk-problem.tsx';
import { Dialog } from '../../dialog.tsx';
import { useMediaLink } from '../media-section.tsx';
import { officerShots } from '../use-media-files.ts';
import type { Cover } from './boxes.ts';
import { Stage } from './stage.tsx';
import { useCoverTexts } from './texts.ts';
import { coveredFile, usePicture } from './use-picture.ts';
import type { Picture } from './use-picture.ts';

type Item = DeskFeedbackView['media'][number];
export type CoverProps = { readonly feedbackId: string; readonly item: Item; readonly name: string; readonly onChecked: (view: DeskFeedbackView) => void; readonly onClose: () => void };

const numbered = (boxes: readonly Omit<Cover, 'id'>[]): Cover[] => boxes.map((box, index) => ({ ...box, id: `o-${index}` }));

/** Sends what was looked at: once for the same boxes, however often it is pressed. */
const useCheck = ({ feedbackId, item, onChecked, onClose }: CoverProps, forget: () => void) => {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ProblemBody>();
  const sent = useRef<{ readonly of: string; readonly shot: string; readonly key: string } | undefined>(undefined);
  const send = async (picture: Picture | undefined, covers: readonly Cover[]): Promise<ProblemBody | undefined> => {
    const boxes = covers.map(({ x, y, width, height }) => ({ x, y, width, height }));
    const of = JSON.stringify(boxes);
    const once = sent.current?.of === of ? sent.current : { of, shot: newRequestKey(), key: newRequestKey() };
    sent.current = once;
    let redrawn: string | undefined;
    if (picture !== undefined && boxes.length > 0) {
      const blob = await coveredFile(picture, boxes);
      if (blob === undefined) return mediaProblem('upload-refused');
      const up = await sendShot({ key: once.shot, name: 'anh-che.jpg', type: 'image/jpeg', blob }, officerShots);
      if (!up.ok) return up.problem;
      redrawn = up.body.uploadId;
    }
    const answer = await call('checkMedia', { params: { feedbackId, mediaId: item.mediaId }, key: once.key, body: { boxes, ...(redrawn === undefined ? {} : { redrawn }) } });
    if (!answer.ok) return answer.problem;
    forget();
    onChecked(answer.body);
    onClose();
    return undefined;
  };
  const check = async (picture: Picture | undefined, covers: readonly Cover[]): Promise<void> => {
    setBusy(true);
    setProblem(await send(picture, covers));
    setBusy(false);
  };
  return { busy, problem, check };
};

const Film = ({ feedbackId, item, name }: CoverProps) => {
  const link = useMediaLink(feedbackId, item.mediaId);
  return typeof link === 'string' ? <video class="cover-film" src={link} controls preload="metadata" aria-label={name} /> : <Skeleton lines={4} />;
};

/** Covers faces and plates in a photo and says that somebody looked; nothing else lets a photo out. */
const CoverTool = (props: CoverProps) => {
  const { feedbackId, item, name, onClose } = props;
  const t = useCoverTexts();
  const isFilm = item.contentType === 'video/mp4';
  const { picture, problem: unopened } = usePicture(isFilm ? undefined : feedbackId, item.mediaId);
  const { fields: { covers }, begun, set, forget } = useFields<{ covers: readonly Cover[] }>(`phan-anh-che:${item.mediaId}`, { covers: [] });
  const [selected, setSelected] = useState<string>();
  const { busy, problem, check } = useCheck(props, forget);
  // what was drawn before is gone on with; else what covered it when it was checked; else what is suggested
  useEffect(() => { if (picture !== undefined && !begun) set({ covers: numbered(item.boxes?.map((box) => ({ ...box, from: 'drawn' as const })) ?? picture.suggested) }); }, [picture]);
  const suggested = covers.filter(({ from }) => from !== 'drawn').length;
  const add = (): void => {
    const id = crypto.randomUUID();
    set({ covers: [...covers, { id, from: 'drawn', x: 0.4, y: 0.4, width: 0.2, height: 0.2 }] });
    setSelected(id);
  };
  return (
    <Dialog title={t('title', { name })} onClose={onClose} class="cover-dialog">
      {problem !== undefined && <DeskProblem problem={problem} />}
      <p class="small">{t(isFilm ? 'filmIntro' : 'intro')}</p>
      {isFilm && <Film {...props} />}
      {unopened !== undefined && <><p>{t('pictureFailed')}</p><DeskProblem problem={unopened} /></>}
      {!isFilm && unopened === undefined && (picture === undefined ? <Skeleton lines={8} /> : (
        <>
          <Stage picture={picture} covers={covers} onCovers={(next) => { set({ covers: next }); }} selected={selected} onSelect={setSelected} name={name} />
          <p class="small" role="status">{t('counted', { count: covers.length, suggested })}</p>
          <div class="cover-tools">
            <Button kind="secondary" small onClick={add}>{t('add')}</Button>
            {selected !== undefined && <Button kind="secondary" small onClick={() => { set({ covers: covers.filter(({ id }) => id !== selected) }); setSelected(undefined); }}>{t('drop')}</Button>}
            {suggested > 0 && <Button kind="quiet" small onClick={() => { set({ covers: covers.filter(({ from }) => from === 'drawn') }); setSelected(undefined); }}>{t('dropSuggested')}</Button>}
          </div>
          <p class="small cover-keys">{t('keys')}</p>
        </>
      ))}
      <div class="button-row">
        {(isFilm || picture !== undefined) && <Button disabled={busy} onClick={() => { void check(picture, covers); }}>{t(busy ? 'doing' : covers.length > 0 ? 'confirmCovered' : 'confirmPlain')}</Button>}
        <Button kind="quiet" onClick={onClose}>{t('cancel')}</Button>
      </div>
    </Dialog>
  );
};
export default CoverTool;
