import { useMemo } from 'preact/hooks';
import { SelectField, TextArea } from '../components/field.tsx';
import { Notice } from '../components/notice.tsx';
import { ActForm, useFields } from './act-form.tsx';
import type { Passing } from './acts.ts';
import { useTexts } from './messages.ts';
import type { ActDialogProps } from './reason-dialog.tsx';
import { useAgencies, useProcedure } from './reference-data.ts';

const LONGEST = 2000;

/** To whom the matter is passed on: first the agencies that receive the procedure; any other only when the leader asks for them. */
export const TransferDialog = ({ onTransfer, ...common }: ActDialogProps & { readonly onTransfer: (passing: Passing) => Promise<boolean> }) => {
  const { view } = common;
  const t = useTexts();
  const agencies = useAgencies();
  const receivedBy = useProcedure(view.procedure.code)?.receivedBy;
  const { fields, checked, set, check, forget } = useFields(`chuyen:${view.dossierId}`, { reason: '', agency: '', beyond: false });
  const { reason, agency, beyond } = fields;
  const competent = useMemo(() => new Set(agencies.filter(({ code, level }) => (receivedBy?.kind === 'level' ? level === receivedBy.level : receivedBy?.agencies.includes(code))).map(({ code }) => code)), [agencies, receivedBy]);
  const offered = agencies.filter(({ code }) => code !== view.agency.code && (beyond || competent.has(code))).toSorted((a, b) => a.name.localeCompare(b.name, 'vi'));
  const reasonFault = reason.trim() === '' ? t('reasonMissing') : reason.length > LONGEST ? t('refuseTooLong') : undefined;
  const agencyFault = offered.some(({ code }) => code === agency) ? undefined : t('transferMissing');
  const beyondRule = agency !== '' && !competent.has(agency);
  const send = async (): Promise<boolean> => {
    const done = await onTransfer({ reason: reason.trim(), agency, beyondRule });
    if (done) forget();
    return done;
  };
  return (
    <ActForm {...common} act="transfer" title={t('transfer')} confirm={t('transferConfirm')} wrong={agencyFault === undefined ? reasonFault && 'ly-do-chuyen' : 'co-quan-nhan'} onChecked={check} onSend={send}>
      <SelectField id="co-quan-nhan" label={t('transferTo')} value={agency} onValue={(code) => { set({ agency: code }); }} placeholder={t('transferChoose')} error={checked ? agencyFault : undefined} options={offered.map(({ code, name }) => ({ value: code, label: name }))} />
      <p><label class="switch"><input type="checkbox" checked={beyond} onChange={(event) => { set({ beyond: event.currentTarget.checked }); }} /> <span>{t('transferBeyond')}</span></label></p>
      {beyondRule && <Notice kind="warn" title={t('transferBeyondText')} live />}
      <TextArea id="ly-do-chuyen" label={t('reason')} hint={t('transferHint')} rows={4} value={reason} onValue={(text) => { set({ reason: text }); }} error={checked ? reasonFault : undefined} />
    </ActForm>
  );
};
