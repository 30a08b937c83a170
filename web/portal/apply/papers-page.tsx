import type { ProcedureCase } from '../../../shared/contracts/procedure.ts';
import type { CheckedUpload } from '../../client/upload.ts';
import { useLanguage } from '../../components/language.ts';
import { applyText } from '../../messages/apply.ts';
import type { Draft } from './draft.ts';
import { PaperUpload } from './paper-upload.tsx';
import { SignInPrompt } from './sign-in-prompt.tsx';
import type { UpdateDraft } from './use-draft.ts';
import type { Uploading } from './use-uploads.ts';

type PapersPageProps = {
  readonly chosen: ProcedureCase; readonly draft: Draft; readonly update: UpdateDraft; readonly errors: ReadonlyMap<string, string>;
  readonly uploading: Uploading; readonly mayUpload: boolean;
};

/** One place per paper; files are sent and checked while the applicant goes on reading. */
export const PapersPage = ({ chosen, draft, update, errors, uploading, mayUpload }: PapersPageProps) => {
  const t = applyText(useLanguage());
  const remove = (paperId: string, file: CheckedUpload) => {
    update((before) => ({ ...before, files: { ...before.files, [paperId]: (before.files[paperId] ?? []).filter(({ uploadId }) => uploadId !== file.uploadId) } }));
  };
  return (
    <>
      <p class="measure">{t('papersLead')}</p>
      {!mayUpload && <SignInPrompt />}
      <ul class="paper-list">
        {chosen.papers.map((paper) => (
          <PaperUpload key={paper.id} paper={paper} files={draft.files[paper.id] ?? []} error={errors.get(`giay-${paper.id}`)} uploading={uploading} mayUpload={mayUpload} onRemove={(file) => { remove(paper.id, file); }} />
        ))}
      </ul>
    </>
  );
};
