import { textAt } from './content.ts';
import { ListAt, OthersAt, TextAt, useCatalogueText } from './editing.tsx';

/** A list of the national portal: names, each with its code there. */
const CodedNames = ({ at, label, most }: { readonly at: string; readonly label: string; readonly most: number }) => {
  const t = useCatalogueText();
  return (
    <ListAt at={at} label={label} most={most} optional title={(item, index) => textAt(item, '/name') || textAt(item, '/code') || `${label} ${index + 1}`} fresh={() => ({ code: '', name: '' })}>
      {(item) => <><div class="in-row"><TextAt at={`${item}/name`} label={t('codedName')} /><TextAt at={`${item}/code`} label={t('codedCode')} /></div><OthersAt at={`${item}/others`} /></>}
    </ListAt>
  );
};

/** What the national record says of a procedure beside its cases: conditions, who may apply, the order of steps, results, codes. */
export const NationalSection = () => {
  const t = useCatalogueText();
  return (
    <>
      <TextAt at="/conditions" label={t('conditions')} rows={5} optional />
      <TextAt at="/applicants/text" label={t('applicantsText')} rows={3} optional />
      <CodedNames at="/applicants/groups" label={t('applicant')} most={20} />
      <h4>{t('way')}</h4>
      <ListAt at="/proceeding" label={t('way')} most={30} optional title={(item, index) => textAt(item, '/name') || `${t('way')} ${index + 1}`} fresh={() => ({ name: '', steps: [] })}>
        {(way) => (
          <>
            <TextAt at={`${way}/name`} label={t('wayName')} />
            <ListAt at={`${way}/steps`} label={t('wayStep')} most={60} title={(item, index) => `${index + 1}. ${textAt(item, '/text').slice(0, 90)}`} fresh={() => ({ text: '' })}>
              {(step) => <><TextAt at={`${step}/text`} label={t('wayStep')} rows={3} /><OthersAt at={`${step}/others`} /></>}
            </ListAt>
            <OthersAt at={`${way}/others`} />
          </>
        )}
      </ListAt>
      <h4>{t('result')}</h4>
      <CodedNames at="/results" label={t('result')} most={20} />
      <h4>{t('executor')}</h4>
      <p class="small">{t('executorHint')}</p>
      <CodedNames at="/executedBy" label={t('executor')} most={300} />
      <div class="in-row">
        <TextAt at="/national/publisher" label={t('publisher')} optional />
        <TextAt at="/national/fieldCode" label={t('fieldCode')} optional />
      </div>
      <CodedNames at="/national/moreFields" label={t('moreField')} most={19} />
      <OthersAt at="/national/others" />
    </>
  );
};
