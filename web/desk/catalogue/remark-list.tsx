import { Notice } from '../../components/notice.tsx';
import { fieldId } from './content.ts';
import { useCatalogueText, type Remark } from './editing.tsx';
import { lead } from './fault-list.tsx';

/** What reviewers said of fields and nobody has changed yet, each leading there. */
export const RemarkList = ({ remarks }: { readonly remarks: readonly Remark[] }) => {
  const t = useCatalogueText();
  const open = remarks.filter(({ resolved }) => !resolved);
  if (open.length === 0) return null;
  return (
    <Notice kind="warn" title={t('remarks', { count: open.length })}>
      <ul>{open.map(({ pointer, text, at }) => <li key={at}><a href={`#${fieldId(pointer)}`} onClick={(event) => { event.preventDefault(); lead(pointer); }}>{text}</a></li>)}</ul>
    </Notice>
  );
};
