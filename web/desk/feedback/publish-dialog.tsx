import { TextArea } from '../../components/field.tsx';
import { Notice } from '../../components/notice.tsx';
import { ActForm, useFields } from '../act-form.tsx';
import { CoverDoor } from './cover/cover-door.tsx';
import type { ActProps } from './dialogs.tsx';
import { mediaName, useMediaLink } from './media-section.tsx';
import { useFeedbackTexts } from './texts.ts';

type Item = ActProps['view']['media'][number];
type ChoiceProps = { readonly feedbackId: string; readonly item: Item; readonly number: number; readonly chosen: boolean; readonly onChosen: (on: boolean) => void; readonly onChecked: (view: ActProps['view']) => void };

/** One photo with the way to let it out; what nobody checked for faces and plates cannot be. */
const Choice = ({ feedbackId, item, number, chosen, onChosen, onChecked }: ChoiceProps) => {
  const t = useFeedbackTexts();
  const link = useMediaLink(feedbackId, item.mediaId);
  const name = mediaName(item, number, t);
  return (
    <li class="publish-photo">
      {typeof link === 'string' && (item.contentType === 'video/mp4' ? <video src={link} controls preload="metadata" aria-label={name} /> : <img src={link} alt={name} />)}
      <div>
        {item.checked
          ? <label class="switch"><input type="checkbox" checked={chosen} onChange={(event) => { onChosen(event.currentTarget.checked); }} /> <span>{t('publishPhoto', { name })}</span></label>
          : <p class="small">{t('notChecked', { name })}</p>}
        <CoverDoor feedbackId={feedbackId} item={item} name={name} onChecked={(view) => { onChecked(view); onChosen(true); }} />
      </div>
    </li>
  );
};

/** Lets the answer out: the words the public reads, and the photos that were checked and chosen. */
export const PublishDialog = ({ onDecide, onChecked, ...common }: ActProps & { readonly onChecked: (view: ActProps['view']) => void }) => {
  const { view } = common;
  const t = useFeedbackTexts();
  const { fields: { publicText, media }, set, check, forget } = useFields<{ publicText: string; media: readonly string[] }>(`phan-anh-cong-khai:${view.feedbackId}`, { publicText: view.publicText ?? '', media: view.media.filter(({ published }) => published).map(({ mediaId }) => mediaId) });
  const chosen = media.filter((id) => view.media.some(({ mediaId, checked }) => mediaId === id && checked));
  const inOrder = view.media.toSorted((a, b) => a.at.localeCompare(b.at));
  const hidden = view.visibility === 'private';
  const send = async (): Promise<boolean> => {
    const text = publicText.trim();
    const done = await onDecide({ act: 'publish', media: hidden ? [] : chosen, ...(text === '' || text === view.publicText ? {} : { publicText: text }) });
    if (done) forget();
    return done;
  };
  return (
    <ActForm {...common} act="publish" title={t('actPublish')} confirm={t(hidden ? 'closePrivate' : 'actPublish')} wrong={undefined} onChecked={check} onSend={send}>
      {hidden ? <Notice title={t('publishPrivate')} /> : (
        <>
          <TextArea id="loi-cong-khai" label={t('publicText')} hint={t('publishTextHint')} rows={5} value={publicText} onValue={(text) => { set({ publicText: text }); }} />
          {view.answer !== undefined && <div class="report-public"><p class="small">{t('answer')}</p><p class="typed">{view.answer.text}</p></div>}
          {view.media.length > 0 && <h3>{t('photosToPublish')}</h3>}
          <ul class="publish-photos">{inOrder.map((item, index) => <Choice key={item.mediaId} feedbackId={view.feedbackId} item={item} number={index + 1} chosen={chosen.includes(item.mediaId)} onChecked={onChecked} onChosen={(on) => { set({ media: on ? [...new Set([...chosen, item.mediaId])] : chosen.filter((id) => id !== item.mediaId) }); }} />)}</ul>
        </>
      )}
    </ActForm>
  );
};
