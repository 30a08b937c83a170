import { defaultSteps } from '../../../shared/contracts/internal-steps.ts';
import { useLanguage } from '../../components/language.ts';
import { Button } from '../../components/button.tsx';
import { freshId, listAt, textAt, valueAt } from './content.ts';
import { BothAt, CheckAt, ListAt, SelectAt, TextAt, useCatalogueText, useEditing } from './editing.tsx';

const kinds = ['text', 'paragraph', 'date', 'number', 'choice', 'national-id', 'phone', 'email'] as const;

const QuestionFields = ({ at }: { readonly at: string }) => {
  const t = useCatalogueText();
  const { content } = useEditing();
  return (
    <>
      <BothAt at={`${at}/label`} label={t('question')} />
      <BothAt at={`${at}/hint`} label={t('hint')} optional />
      <SelectAt at={`${at}/kind`} label={t('kind')} options={kinds.map((value) => ({ value, label: t(value === 'text' ? 'oneLine' : value) }))} />
      <CheckAt at={`${at}/required`} label={t('required')} />
      {['text', 'paragraph'].includes(textAt(content, `${at}/kind`)) && <TextAt at={`${at}/maxLength`} label={t('maxLength')} numeric optional />}
      {textAt(content, `${at}/kind`) === 'choice' && (
        <ListAt at={`${at}/options`} label={t('option')} most={40} title={(item, index) => textAt(item, '/label/vi') || t('optionNumber', { number: index + 1 })} fresh={(list) => ({ value: `lua-chon-${list.length + 1}`, label: { vi: '', en: '' } })}>
          {(option) => <><BothAt at={`${option}/label`} label={t('option')} /><TextAt at={`${option}/value`} label={t('id')} /></>}
        </ListAt>
      )}
      <TextAt at={`${at}/id`} label={t('id')} hint={t('idHint')} />
    </>
  );
};

/** The pages of the form and their questions. */
export const FormSection = () => {
  const t = useCatalogueText();
  const language = useLanguage();
  return (
    <ListAt at="/form" label={t('formPage')} most={12} least={1} title={(item, index) => textAt(item, `/title/${language}`) || t('pageNumber', { number: index + 1 })} fresh={(list) => ({ id: freshId(list, 'trang'), title: { vi: '', en: '' }, questions: [] })}>
      {(page) => (
        <>
          <BothAt at={`${page}/title`} label={t('pageTitle')} />
          <ListAt at={`${page}/questions`} label={t('question')} most={8} least={1} title={(item, index) => textAt(item, `/label/${language}`) || t('questionNumber', { number: index + 1 })} fresh={(list) => ({ id: freshId(list, 'cau-hoi'), label: { vi: '', en: '' }, required: false, kind: 'text' })}>
            {(question) => <QuestionFields at={question} />}
          </ListAt>
        </>
      )}
    </ListAt>
  );
};

/** The agency's own steps with their shares of the term. */
export const StepsSection = () => {
  const t = useCatalogueText();
  const language = useLanguage();
  const { content, set, locked = false } = useEditing();
  const steps = listAt(content, '/steps');
  if (valueAt(content, '/steps') === undefined) return <><p>{t('stepsDefault')}</p>{!locked && <Button kind="secondary" small onClick={() => { set('/steps', defaultSteps); }}>{t('stepsOwn')}</Button>}</>;
  const sum = steps.reduce<number>((whole, step) => whole + Number(valueAt(step, '/share') ?? 0), 0);
  const roles = (['one-stop-clerk', 'case-officer', 'leader'] as const).map((value) => ({ value, label: t(value) }));
  return (
    <>
      <p role="status" class={sum === 100 ? undefined : 'not-whole'}>{t('sharesSum', { sum })}</p>
      <ListAt at="/steps" label={t('step')} most={12} least={2} title={(item, index) => `${textAt(item, `/name/${language}`) || t('stepNumber', { number: index + 1 })} (${textAt(item, '/share')} %)`} fresh={(list) => ({ id: freshId(list, 'buoc'), name: { vi: '', en: '' }, role: 'case-officer', share: 0 })}>
        {(step) => <><BothAt at={`${step}/name`} label={t('stepName')} /><SelectAt at={`${step}/role`} label={t('owner')} options={roles} /><TextAt at={`${step}/share`} label={t('share')} numeric /><TextAt at={`${step}/id`} label={t('id')} /></>}
      </ListAt>
      {!locked && <Button kind="quiet" small onClick={() => { set('/steps', undefined); }}>{t('stepsDrop')}</Button>}
    </>
  );
};

/** The texts a procedure rests on, each with how sure we are of it. */
export const LawSection = () => {
  const t = useCatalogueText();
  const marks = (['C', 'S', 'M'] as const).map((value) => ({ value, label: t(`mark${value}`) }));
  return (
    <ListAt at="/legalBasis" label={t('legalText')} most={40} title={(item, index) => `${textAt(item, '/number')} ${textAt(item, '/title')}`.trim() || t('legalNumber', { number: index + 1 })} fresh={() => ({ number: '', title: '', source: '', mark: 'M' })}>
      {(text) => <><TextAt at={`${text}/number`} label={t('lawNumber')} /><TextAt at={`${text}/title`} label={t('lawTitle')} /><TextAt at={`${text}/source`} label={t('lawSource')} /><SelectAt at={`${text}/mark`} label={t('mark')} options={marks} /></>}
    </ListAt>
  );
};

/** What the wording leaves open. A point that is settled is taken off the list; the diff says so. */
export const UnsettledSection = () => {
  const t = useCatalogueText();
  const language = useLanguage();
  const { content, set, locked = false } = useEditing();
  const points = listAt(content, '/unsettled');
  if (points.length === 0) return <p>{t('allSettled')}</p>;
  return (
    <ol class="unsettled">
      {points.map((point, index) => (
        <li key={`${textAt(point, '/at')} ${index}`}>
          <p><strong>{textAt(point, `/question/${language}`)}</strong></p>
          {textAt(point, '/wording') !== '' && <blockquote lang="vi">{textAt(point, '/wording')}</blockquote>}
          {!locked && <Button kind="secondary" small onClick={() => { const rest = points.filter((_, other) => other !== index); set('/unsettled', rest.length === 0 ? undefined : rest); }}>{t('settle')}</Button>}
        </li>
      ))}
    </ol>
  );
};
