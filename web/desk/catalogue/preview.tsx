import { render } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ProcedureView } from '../../../shared/contracts/procedure.ts';
import { call } from '../../client/client.ts';
import type { Answer } from '../../client/contract-types.ts';
import { useLanguage } from '../../components/language.ts';
import { PageShell } from '../../components/page-shell.tsx';
import { procedurePath } from '../../format/addresses.ts';
import type { AssetManifest } from '../../portal/pages/assets.ts';
import { ProcedurePage } from '../../portal/pages/procedure.tsx';
import type { Content } from './content.ts';
import { useCatalogueText } from './editing.tsx';

/** The style sheet of the procedure's page, as the site serves it now. */
const readStyles = async (): Promise<readonly string[]> => {
  try {
    const manifest = (await (await fetch('/asset-manifest.json')).json()) as AssetManifest;
    return manifest['procedure']?.css ?? [];
  } catch {
    return [];
  }
};

/** The page as the citizen will see it: the same function draws it, with the same style sheet, in a frame of its own. */
const Preview = ({ code, version, content }: { readonly code: string; readonly version: number; readonly content: Content }) => {
  const t = useCatalogueText();
  const lang = useLanguage();
  const frame = useRef<HTMLIFrameElement>(null);
  const [css, setCss] = useState<readonly string[]>();
  const [agencies, setAgencies] = useState<Answer<'listAgencies'>['items']>([]);
  const [loads, setLoads] = useState(0);
  const [broken, setBroken] = useState(false);
  const [narrow, setNarrow] = useState(false);
  useEffect(() => {
    void readStyles().then(setCss);
    void call('listAgencies', {}).then((answer) => { if (answer.ok) setAgencies(answer.body.items); });
  }, []);
  useEffect(() => {
    const body = frame.current?.contentDocument?.body;
    if (loads === 0 || body === undefined) return undefined;
    const procedure = { ...content, code, version, publishedAt: new Date().toISOString() } as unknown as ProcedureView;
    try {
      render(<PageShell language={lang} path={procedurePath(code)}><ProcedurePage procedure={procedure} agencies={agencies} /></PageShell>, body);
      setBroken(false);
    } catch {
      setBroken(true);
    }
    return () => { render(null, body); };
  }, [loads, content, agencies, lang]);
  if (css === undefined) return <p>{t('loading')}</p>;
  const links = css.map((file) => `<link rel="stylesheet" href="${file}">`).join('');
  return (
    <>
      {broken && <p>{t('previewUnreadable')}</p>}
      <label class="tick" for="xem-hep"><input id="xem-hep" type="checkbox" checked={narrow} onChange={(event) => { setNarrow(event.currentTarget.checked); }} />{t('asOnPhone')}</label>
      <iframe ref={frame} class={`preview${narrow ? ' preview-narrow' : ''}`} title={t('preview')} sandbox="allow-same-origin" onLoad={() => { setLoads((count) => count + 1); }}
        srcDoc={`<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>${code}</title>${links}</head><body></body></html>`} />
    </>
  );
};
export default Preview;
