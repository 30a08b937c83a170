import { useRef, useState } from 'preact/hooks';
import { Button } from '../components/button.tsx';
import { useLanguage } from '../components/language.ts';
import { viewerText } from '../messages/viewer.ts';

type FileViewerProps = { readonly url: string; readonly name: string; readonly isImage: boolean };

const steps = [1, 1.5, 2, 3, 4] as const;

/** A picture with zoom and quarter turns; enlarged, it scrolls inside its frame, by keyboard too. */
const Picture = ({ url, name, onFailed }: { readonly url: string; readonly name: string; readonly onFailed: () => void }) => {
  const t = viewerText(useLanguage());
  const [step, setStep] = useState(0);
  const [quarter, setQuarter] = useState(0);
  const picture = useRef<HTMLImageElement>(null);
  const zoom = steps[step] ?? 1;
  // a picture on its side is as wide as it was high
  const ratio = picture.current === null || picture.current.naturalWidth === 0 ? 1 : picture.current.naturalHeight / picture.current.naturalWidth;
  const shrink = quarter % 2 === 1 && ratio > 0 ? Math.min(ratio, 1 / ratio) : 1;
  return (
    <>
      <div class="viewer-tools" role="group" aria-label={t('viewer', { name })}>
        <Button kind="quiet" small disabled={step === 0} onClick={() => { setStep(step - 1); }}>{t('zoomOut')}</Button>
        <Button kind="quiet" small disabled={step === steps.length - 1} onClick={() => { setStep(step + 1); }}>{t('zoomIn')}</Button>
        <Button kind="quiet" small onClick={() => { setStep(0); setQuarter(0); }}>{t('fit')}</Button>
        <Button kind="quiet" small onClick={() => { setQuarter((quarter + 1) % 4); }}>{t('turn')}</Button>
        <span class="small" role="status">{t('zoomed', { share: zoom * 100 })}</span>
      </div>
      <div class="viewer-frame" tabIndex={0} role="region" aria-label={t('viewer', { name })}>
        <img ref={picture} src={url} alt={t('pictureOf', { name })} onError={onFailed} class={`viewer-picture viewer-zoom-${step} viewer-turn-${quarter}${shrink < 1 ? ' viewer-side' : ''}`} />
      </div>
    </>
  );
};

/**
 * A file in the pane. A PDF is shown by the browser's own viewer, in a frame of the bucket's host: it cannot reach our
 * origin, and nothing of it is run by us. Where a browser has no such viewer, a new tab is one click away.
 */
export const FileViewer = ({ url, name, isImage }: FileViewerProps) => {
  const t = viewerText(useLanguage());
  const [failed, setFailed] = useState(false);
  if (failed) return <p class="small viewer">{t('failed')}</p>;
  if (isImage) return <div class="viewer"><Picture url={url} name={name} onFailed={() => { setFailed(true); }} /></div>;
  const tab = <Button kind="quiet" small href={url} target="_blank" rel="noopener noreferrer">{t('openTab')}</Button>;
  if (!navigator.pdfViewerEnabled) return <div class="viewer"><p class="small">{t('noPdfHere')} {tab}</p></div>;
  return <div class="viewer"><div class="viewer-tools">{tab}</div><iframe class="viewer-pdf" src={url} title={t('viewer', { name })} referrerpolicy="no-referrer" /></div>;
};
