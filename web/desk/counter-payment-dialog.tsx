import type { Payment, PaymentKind } from '../../shared/contracts/payment.ts';
import { formatVnd } from '../../shared/kernel/money.ts';
import { localDate } from '../../shared/kernel/vietnam-time.ts';
import { DateField } from '../components/date-field.tsx';
import { TextField } from '../components/field.tsx';
import { useLanguage } from '../components/language.ts';
import { fullDate, isDate } from '../format/typed-date.ts';
import { ActForm, useFields } from './act-form.tsx';
import type { CounterPayment } from './acts.ts';
import { amountOf } from './amount.ts';
import { useTexts } from './messages.ts';
import type { ActDialogProps } from './reason-dialog.tsx';

type Props = ActDialogProps & { readonly owed: Payment; readonly onRecord: (paid: CounterPayment) => Promise<boolean> };

/** Money taken at the counter: the amount is typed, not taken over, so that what was counted is what is written down. */
export const CounterPaymentDialog = ({ owed, onRecord, ...common }: Props) => {
  const t = useTexts();
  const language = useLanguage();
  const { fields, checked, set, check, forget } = useFields(`thu-tien:${common.view.dossierId}:${owed.obligation}`, { amount: '', paidOn: localDate(new Date()) as string, fee: '', charge: '' });
  const kinds = (['fee', 'charge'] as const).filter((kind) => owed.items.some((item) => item.kind === kind));
  const paidOn = fullDate(fields.paidOn);
  const amountFault = amountOf(fields.amount) === owed.total ? undefined : t('takeAmountWrong', { amount: formatVnd(owed.total, language) });
  const dateFault = isDate(paidOn) && paidOn >= localDate(new Date(owed.requestedAt)) && paidOn <= localDate(new Date()) ? undefined : t('takeDateWrong');
  const numberFault = (kind: PaymentKind): string | undefined => (fields[kind].trim() === '' ? t('takeNumberMissing') : fields[kind].length > 50 ? t('takeNumberTooLong') : undefined);
  const wrong = [...(amountFault === undefined ? [] : ['so-tien-nhan']), ...kinds.filter((kind) => numberFault(kind) !== undefined).map((kind) => `bien-lai-${kind}`), ...(dateFault === undefined ? [] : ['ngay-thu'])][0];
  const send = async (): Promise<boolean> => {
    const done = await onRecord({ amount: owed.total, paidOn, receipts: kinds.map((kind) => ({ kind, number: fields[kind].trim() })) });
    if (done) forget();
    return done;
  };
  return (
    <ActForm {...common} act="record-payment" title={t('takeTitle')} confirm={t('takeConfirm')} wrong={wrong} onChecked={check} onSend={send}>
      <p>{t('takeOwed', { amount: formatVnd(owed.total, language) })}</p>
      <TextField id="so-tien-nhan" label={t('takeAmount')} value={fields.amount} onValue={(amount) => { set({ amount }); }} error={checked ? amountFault : undefined} attributes={{ inputMode: 'numeric', autocomplete: 'off' }} />
      {kinds.map((kind) => (
        <TextField key={kind} id={`bien-lai-${kind}`} label={t(kind === 'fee' ? 'takeFeeNumber' : 'takeChargeNumber')} value={fields[kind]} onValue={(number) => { set({ [kind]: number }); }} error={checked ? numberFault(kind) : undefined} attributes={{ autocomplete: 'off' }} />
      ))}
      <DateField id="ngay-thu" label={t('takeDate')} value={fields.paidOn} onValue={(date) => { set({ paidOn: date }); }} error={checked ? dateFault : undefined} />
    </ActForm>
  );
};
