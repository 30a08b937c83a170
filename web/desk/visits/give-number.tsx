import { useRef, useState } from 'preact/hooks';
import type { DeskDay, DeskTicket } from '../../../shared/contracts/ticket.ts';
import type { ProblemBody } from '../../../shared/contracts/problems.ts';
import { call, newRequestKey } from '../../client/client.ts';
import { Button } from '../../components/button.tsx';
import { SelectField, TextField } from '../../components/field.tsx';
import { useLanguage } from '../../components/language.ts';
import { dayText, timeText } from '../../format/dates.ts';
import { useVisitsText } from './texts.ts';
import { DeskProblem } from '../desk-problem.tsx';
import { Dialog } from '../dialog.tsx';
import { useAgencyNames } from '../reference-data.ts';
import { threeDigits } from './use-day.ts';

/** What is handed over: 80 mm of paper, or the screen. */
const Paper = ({ ticket, agency, minutes, onClose }: { readonly ticket: DeskTicket; readonly agency: string; readonly minutes: number; readonly onClose: () => void }) => {
  const t = useVisitsText();
  const language = useLanguage();
  const agencyName = useAgencyNames();
  return (
    <Dialog title={t('given', { number: threeDigits(ticket.number) })} onClose={onClose} class="form-paper ticket-paper">
      <div class="ticket">
        <p class="ticket-agency">{agencyName(agency)}</p>
        <p class="ticket-number">{threeDigits(ticket.number)}</p>
        {ticket.field !== undefined && <p>{ticket.field[language]}</p>}
        <p>{ticket.booked === undefined ? t('givenWait', { minutes }) : t('bookedFor', { time: ticket.booked.time, name: ticket.booked.name })}</p>
        <p class="small">{timeText(ticket.issuedAt)}, {dayText(ticket.issuedAt, language)}</p>
      </div>
      <div class="form-tools"><Button onClick={() => { print(); }}>{t('printTicket')}</Button><Button kind="quiet" onClick={onClose}>{t('close')}</Button></div>
    </Dialog>
  );
};

/** Gives whoever comes a number: a scanner types the code and Enter, everybody else needs one press. */
export const GiveNumber = ({ agency, day, onGiven }: { readonly agency: string; readonly day: DeskDay; readonly onGiven: () => void }) => {
  const t = useVisitsText();
  const language = useLanguage();
  const [typed, setTyped] = useState({ code: '', field: '' });
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ProblemBody>();
  const [given, setGiven] = useState<DeskTicket>();
  const key = useRef(newRequestKey());
  const fields = [...new Map((day.plan?.counters ?? []).flatMap((counter) => counter.fields).map((field) => [field.vi, field])).values()];
  const give = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (busy) return;
    const code = typed.code.trim();
    setBusy(true);
    setProblem(undefined);
    const answer = await call('issueTicket', { params: { agencyCode: agency }, body: code !== '' ? { bookingCode: code } : typed.field === '' ? {} : { field: typed.field }, key: key.current });
    setBusy(false);
    // a lost answer keeps its key; whatever was answered is over
    if (answer.ok || answer.problem.status !== 0) key.current = newRequestKey();
    if (!answer.ok) { setProblem(answer.problem); return; }
    setTyped({ code: '', field: '' });
    setGiven(answer.body);
    onGiven();
  };
  return (
    <section class="counter-part" aria-labelledby="lay-so">
      <h2 id="lay-so">{t('give')}</h2>
      {problem !== undefined && <DeskProblem problem={problem} />}
      <form noValidate onSubmit={(event) => { void give(event); }}>
        <TextField id="so-ma" label={t('code')} hint={t('codeHint')} value={typed.code} onValue={(code) => { setTyped({ ...typed, code }); }} attributes={{ autocomplete: 'off', autocapitalize: 'characters', spellcheck: false, maxLength: 300 }} />
        {fields.length > 0 && typed.code.trim() === '' && <SelectField id="so-linh-vuc" label={t('field')} placeholder={t('anyField')} value={typed.field} onValue={(field) => { setTyped({ ...typed, field }); }} options={fields.map((field) => ({ value: field.vi, label: field[language] }))} />}
        <Button kind="secondary" type="submit" disabled={busy}>{busy ? t('giving') : t('give')}</Button>
      </form>
      {given !== undefined && <Paper ticket={given} agency={agency} minutes={day.waitMinutes} onClose={() => { setGiven(undefined); }} />}
    </section>
  );
};
