import { useEffect, useState } from 'preact/hooks';
import type { PaymentKind } from '../../shared/contracts/payment.ts';
import { amountsOf, isFree } from '../../shared/contracts/fee-amounts.ts';
import { formatVnd } from '../../shared/kernel/money.ts';
import { call } from '../client/client.ts';
import type { Answer } from '../client/contract-types.ts';
import { Button } from '../components/button.tsx';
import { SelectField, TextArea, TextField } from '../components/field.tsx';
import { useLanguage } from '../components/language.ts';
import { feeText } from '../format/catalogue-text.ts';
import { ActForm, useFields } from './act-form.tsx';
import type { PaymentAsking } from './acts.ts';
import { amountOf } from './amount.ts';
import { useTexts } from './messages.ts';
import type { ActDialogProps } from './reason-dialog.tsx';

const LONGEST_REASON = 2000;
const LONGEST_NAME = 300;
const MOST_ITEMS = 20;
type Line = { readonly kind: PaymentKind; readonly name: string; readonly amount: string };
const blank: Line = { kind: 'fee', name: '', amount: '' };
type Published = Answer<'getDossierFee'>['fee'];

/** The published fee as the first things to pay: what the procedure says is not typed again. */
const publishedLines = (fee: Published | undefined, name: string): readonly Line[] => {
  const lines = (fee?.kind === 'items' ? fee.items : amountsOf(fee).map((vnd) => ({ vnd, text: '' }))).filter(({ vnd = 0 }) => vnd > 0);
  return lines.length === 0 ? [blank] : lines.map(({ vnd, text }) => ({ kind: /^phí/i.test(text) ? 'fee' : 'charge', name: text === '' ? name : text, amount: String(vnd) }));
};

/** What the applicant has to pay, item by item, beginning with what the procedure publishes. */
export const PaymentDialog = ({ onAsk, ...common }: ActDialogProps & { readonly onAsk: (asking: PaymentAsking) => Promise<boolean> }) => {
  const { view } = common;
  const t = useTexts();
  const language = useLanguage();
  const [fee, setFee] = useState<Published>();
  useEffect(() => { void call('getDossierFee', { params: { dossierId: view.dossierId } }).then((answer) => { if (answer.ok) setFee(answer.body.fee); }); }, [view.dossierId]);
  const { fields, checked, set, check, forget } = useFields<{ reason: string; items: readonly Line[] }>(`nop-tien:${view.dossierId}`, { reason: view.state.finance === 'due-at-return' ? t('payAtReturnReason') : '', items: publishedLines(fee, view.procedure.name.vi) });
  const { reason, items } = fields;
  const change = (index: number, line: Partial<Line>): void => { set({ items: items.map((item, at) => (at === index ? { ...item, ...line } : item)) }); };
  const reasonFault = reason.trim() === '' ? t('supplementReasonMissing') : reason.length > LONGEST_REASON ? t('refuseTooLong') : undefined;
  const nameFault = ({ name }: Line): string | undefined => (name.trim() === '' ? t('payNameMissing') : name.length > LONGEST_NAME ? t('payNameTooLong') : undefined);
  const amountFault = ({ amount }: Line): string | undefined => (amountOf(amount) === undefined ? t('payAmountWrong') : undefined);
  const wrong = [
    ...(reasonFault === undefined ? [] : ['ly-do-nop']),
    ...items.flatMap((item, index) => [...(nameFault(item) === undefined ? [] : [`khoan-${index}`]), ...(amountFault(item) === undefined ? [] : [`tien-${index}`])]),
  ][0];
  const total = items.reduce((sum, { amount }) => sum + (amountOf(amount) ?? 0), 0);
  const send = async (): Promise<boolean> => {
    const isPublished = ({ name, amount }: Line): boolean => publishedLines(fee, view.procedure.name.vi).some((line) => line.amount !== '' && name === line.name && amountOf(amount) === Number(line.amount));
    const sent = await onAsk({ reason: reason.trim(), items: items.map((item) => ({ kind: item.kind, name: item.name.trim(), amount: amountOf(item.amount) ?? 0, source: isPublished(item) ? 'published' : 'entered' })) });
    if (sent) forget();
    return sent;
  };
  return (
    <ActForm {...common} act="request-payment" title={t('payTitle')} confirm={t('payConfirm')} wrong={wrong} onChecked={check} onSend={send}>
      {fee !== undefined && <p>{amountsOf(fee).some((vnd) => vnd > 0) ? t('payPublished', { amount: feeText(fee, language) }) : isFree(fee) ? t('payPublishedFree') : t('payPublishedNot')}</p>}
      <TextArea id="ly-do-nop" label={t('supplementReason')} hint={t(view.state.finance === 'due-at-return' ? 'payAtReturnHint' : 'payHint')} rows={3} value={reason} onValue={(text) => { set({ reason: text }); }} error={checked ? reasonFault : undefined} />
      <ol class="asked-items">
        {items.map((item, index) => (
          <li key={index}>
            <TextField id={`khoan-${index}`} label={t('payItem', { number: index + 1 })} value={item.name} onValue={(name) => { change(index, { name }); }} error={checked ? nameFault(item) : undefined} />
            <SelectField id={`loai-khoan-${index}`} label={t('payKind')} value={item.kind} onValue={(kind) => { change(index, { kind: kind === 'charge' ? 'charge' : 'fee' }); }}
              options={[{ value: 'fee', label: t('payFee') }, { value: 'charge', label: t('payCharge') }]} />
            <TextField id={`tien-${index}`} label={t('payAmount')} value={item.amount} onValue={(amount) => { change(index, { amount }); }} error={checked ? amountFault(item) : undefined} attributes={{ inputMode: 'numeric', autocomplete: 'off' }} />
            {items.length > 1 && <Button kind="quiet" small aria-label={t('supplementDropOf', { number: index + 1 })} onClick={() => { set({ items: items.filter((_, at) => at !== index) }); }}>{t('supplementDrop')}</Button>}
          </li>
        ))}
      </ol>
      {items.length < MOST_ITEMS && <Button kind="secondary" small onClick={() => { set({ items: [...items, blank] }); }}>{t('payAdd')}</Button>}
      <p role="status"><strong>{t('payTotal', { amount: formatVnd(total, language) })}</strong></p>
    </ActForm>
  );
};
