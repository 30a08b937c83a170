import type { Paper } from '../../../shared/contracts/procedure.ts';
import type { CheckedUpload } from '../../client/upload.ts';
import { Button } from '../../components/button.tsx';
import { FieldError } from '../../components/field.tsx';
import { Icon } from '../../components/icon.tsx';
import { useFormText } from '../../components/form-text.ts';
import { useCommon, useLanguage } from '../../components/language.ts';
import { applyText } from '../../messages/apply.ts';
import type { PendingFile, Uploading } from './use-uploads.ts';

type PaperUploadProps = {
  readonly paper: Paper; readonly files: readonly CheckedUpload[]; readonly error: string | undefined;
  readonly uploading: Uploading; readonly mayUpload: boolean; readonly onRemove: (file: CheckedUpload) => void;
};

const megabytes = (bytes: number, language: 'vi' | 'en'): string => Math.max(0.1, bytes / 1024 / 1024).toLocaleString(language, { maximumFractionDigits: 1 });

const Pending = ({ file, uploading }: { readonly file: PendingFile; readonly uploading: Uploading }) => {
  const language = useLanguage();
  const words = useCommon();
  const act = useFormText();
  const t = applyText(language);
  const { problem, share } = file;
  if (problem !== undefined) {
    return (
      <li class="file file-failed">
        <span class="file-name"><Icon name="cross" size={20} />{file.file.name}</span>
        <span class="file-state" role="alert">{language === 'vi' ? problem.title : problem.titleEn}</span>
        <span class="file-acts">
          <Button kind="quiet" small onClick={() => { uploading.retry(file); }}>{words('tryAgain')}</Button>
          <Button kind="quiet" small aria-label={t('removeFile', { file: file.file.name })} onClick={() => { uploading.drop(file); }}>{act('remove')}</Button>
        </span>
      </li>
    );
  }
  return (
    <li class="file">
      <span class="file-name"><Icon name="paper" size={20} />{file.file.name}</span>
      <span class="file-state" role="status">{share < 1 ? t('sending', { percent: Math.round(share * 100) }) : t('checking')}</span>
      <progress max={1} value={share} aria-label={file.file.name} />
    </li>
  );
};

/** A paper, its files and the place to add one. */
export const PaperUpload = ({ paper, files, error, uploading, mayUpload, onRemove }: PaperUploadProps) => {
  const language = useLanguage();
  const act = useFormText();
  const t = applyText(language);
  const id = `giay-${paper.id}`;
  const pending = uploading.pending.filter(({ paperId }) => paperId === paper.id);
  return (
    <li class={`paper-item${error === undefined ? '' : ' govuk-form-group--error'}`}>
      <p class="paper-name"><span lang="vi">{paper.name}</span> <span class={paper.required ? 'mark-required' : 'mark-optional'}>{t(paper.required ? 'paperRequired' : 'paperOptional')}</span></p>
      {paper.note !== undefined && <p class="small">{paper.note[language]}</p>}
      {error !== undefined && <FieldError id={id}>{error}</FieldError>}
      {(files.length > 0 || pending.length > 0) && (
        <ul class="files">
          {files.map((file) => (
            <li class="file file-checked" key={file.uploadId}>
              <span class="file-name"><Icon name="check" size={20} />{file.fileName} <span class="small">{t('fileSize', { megabytes: megabytes(file.size, language) })}</span></span>
              <span class="file-state">{t('checked')}</span>
              <span class="file-acts"><Button kind="quiet" small aria-label={t('removeFile', { file: file.fileName })} onClick={() => { onRemove(file); }}>{act('remove')}</Button></span>
            </li>
          ))}
          {pending.map((file) => <Pending key={file.key} file={file} uploading={uploading} />)}
        </ul>
      )}
      {mayUpload && (
        <div class="file-choose">
          <input id={id} class="visually-hidden" type="file" multiple accept="application/pdf,image/jpeg,image/png,.pdf,.jpg,.jpeg,.png" aria-label={t('chooseFor', { name: paper.name })} aria-describedby={error === undefined ? undefined : `${id}-error`}
            onChange={(event) => { uploading.add(paper.id, [...event.currentTarget.files ?? []]); event.currentTarget.value = ''; }} />
          <label class="button button-secondary button-small" for={id}>{files.length + pending.length === 0 ? t('choose') : t('chooseMore')}</label>
        </div>
      )}
    </li>
  );
};
