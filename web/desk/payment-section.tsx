import type { DeskDossierView } from '../../shared/contracts/dossier.ts';
import { formatVnd } from '../../shared/kernel/money.ts';
import { useLanguage } from '../components/language.ts';
import { Notice } from '../components/notice.tsx';
import { Tag } from '../components/tag.tsx';
import { momentText, shortDayText } from '../format/dates.ts';
import { useTexts } from './messages.ts';

const states = { due: ['payDue', 'warn'], paid: ['payPaid', 'ok'], exempt: ['payExempt', 'info'], lapsed: ['payLapsed', 'neutral'] } as const;
const whys = { 'other-amount': 'payOtherAmount', 'settled-already': 'paySettledAlready', 'not-due': 'payNotDue' } as const;

/** What was owed on the dossier, what became of it, and money that fits nothing. */
export const Payments = ({ view }: { readonly view: DeskDossierView }) => {
  const t = useTexts();
  const language = useLanguage();
  if (view.payments.length === 0) return null;
  return (
    <section class="dossier-section" aria-labelledby="phi-le-phi">
      <h3 id="phi-le-phi">{t('payments')}</h3>
      {view.payments.toReversed().map(({ obligation, reason, requestedAt, items, total, inWords, state, settlement, exemption, unbooked }) => (
        <article key={obligation} aria-labelledby={`khoan-phai-nop-${obligation}`}>
          <h4 id={`khoan-phai-nop-${obligation}`}>{formatVnd(total, language)} <Tag tone={states[state][1]}>{t(states[state][0])}</Tag></h4>
          <p class="small">{t('supplementAsked', { time: momentText(requestedAt, language) })}{language === 'vi' ? `. ${inWords}` : ''}</p>
          <p class="typed">{reason}</p>
          <ul class="asked-items">{items.map((item, index) => <li key={index}>{item.name}: {formatVnd(item.amount, language)} ({t(item.kind === 'fee' ? 'payFee' : 'payCharge')})</li>)}</ul>
          {settlement !== undefined && <p class="small">{t(settlement.method === 'counter' ? 'paidCounter' : 'paidGateway', { day: shortDayText(settlement.paidOn, language), numbers: settlement.receipts.map(({ number }) => number).join(', ') })}</p>}
          {exemption !== undefined && <p class="typed">{t('exemptReason', { reason: exemption.reason })}</p>}
          {unbooked.map((money) => <Notice key={money.reference} kind="warn" title={t('unbooked', { amount: formatVnd(money.amount, language), reference: money.reference })}><p>{t(whys[money.why])}</p></Notice>)}
        </article>
      ))}
    </section>
  );
};
