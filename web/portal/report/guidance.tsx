import { Button } from '../../components/button.tsx';
import { useLanguage } from '../../components/language.ts';
import { Notice } from '../../components/notice.tsx';
import { reportText } from '../../messages/report.ts';
import type { Advice } from './use-advice.ts';

/** Where to go instead of the form; whoever is misunderstood goes on. */
export const GuidanceNotice = ({ guidance, onGoOn }: { readonly guidance: NonNullable<Advice['guidance']>; readonly onGoOn: () => void }) => {
  const language = useLanguage();
  const t = reportText(language);
  const { title, advice, phone, url } = guidance;
  return (
    <Notice kind={phone === undefined ? 'warn' : 'danger'} title={title[language]} live>
      <p>{advice[language]}</p>
      <p class="button-row">
        {phone !== undefined && <Button kind="danger" href={`tel:${phone}`}>{t('guidanceCall', { phone })}</Button>}
        {url !== undefined && <Button kind="secondary" href={url}>{t('guidanceOpen')}</Button>}
        <Button kind="quiet" onClick={onGoOn}>{t('guidanceGoOn')}</Button>
      </p>
      <p class="small">{t('guidanceKept')}</p>
    </Notice>
  );
};

/** Always there: nobody has to write first to learn where help is. */
export const EmergencyLine = () => {
  const t = reportText(useLanguage());
  return (
    <p class="emergency"><strong>{t('danger')}:</strong> <a href="tel:113">{t('police')}</a> <a href="tel:114">{t('fire')}</a> <a href="tel:115">{t('ambulance')}</a></p>
  );
};
