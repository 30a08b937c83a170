import type { DossierView } from '../../../shared/contracts/dossier.ts';
import { formatVnd } from '../../../shared/kernel/money.ts';
import { useLanguage } from '../../components/language.ts';
import { Notice } from '../../components/notice.tsx';
import { Panel } from '../../components/panel.tsx';
import { ownActText } from '../../messages/own-act.ts';

/** What the applicant owes now, why and how to pay it; and money of theirs that could not be booked. Nothing, once it is paid. */
export const PaymentPanel = ({ dossier: { payments, agency, trackingCode, receivedAt } }: { readonly dossier: DossierView }) => {
  const language = useLanguage();
  const t = ownActText(language);
  const owed = payments.find(({ state }) => state === 'due');
  return (
    <>
      {owed !== undefined && (
        <Panel tone="warm" id="nop-tien" title={t('payTitle', { amount: formatVnd(owed.total, language) })}>
          {language === 'vi' && <p>{t('payWords', { words: owed.inWords })}</p>}
          <p class="typed">{owed.reason}</p>
          <ul>{owed.items.map((item, index) => <li key={index}>{item.name}: <strong>{formatVnd(item.amount, language)}</strong> ({t(item.kind === 'fee' ? 'payFee' : 'payCharge')})</li>)}</ul>
          <p>{t('payHow', { agency: agency.name, code: trackingCode })}</p>
          <p>{t(receivedAt === undefined ? 'payThen' : 'payClock')}</p>
        </Panel>
      )}
      {payments.flatMap(({ unbooked }) => unbooked).map(({ reference, amount, why }) => (
        <Notice key={reference} kind="warn" title={t('unbooked', { amount: formatVnd(amount, language), code: reference })}><p>{t(why === 'other-amount' ? 'unbookedOther' : 'unbookedBack')}</p></Notice>
      ))}
    </>
  );
};
