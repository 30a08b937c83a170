import { useRef, useState } from 'preact/hooks';
import type { DeskDay, DeskTicket, TicketAct } from '../../../shared/contracts/ticket.ts';
import type { ProblemBody } from '../../../shared/contracts/problems.ts';
import { call, newRequestKey } from '../../client/client.ts';
import { Button } from '../../components/button.tsx';
import { SelectField } from '../../components/field.tsx';
import { useLanguage } from '../../components/language.ts';
import { addresses } from '../../format/addresses.ts';
import { timeText } from '../../format/dates.ts';
import { DeskProblem } from '../desk-problem.tsx';
import { threeDigits } from './use-day.ts';
import { useVisitsText } from './texts.ts';

type Props = { readonly agency: string; readonly day: DeskDay; readonly onOpen: (dossierId: string) => void; readonly onDone: () => void };
const kept = (agency: string): string => `quay:${agency}`;

const Current = ({ ticket, busy, onAct, onOpen, agency }: Pick<Props, 'agency' | 'onOpen'> & { readonly ticket: DeskTicket; readonly busy: boolean; readonly onAct: (act: TicketAct) => void }) => {
  const t = useVisitsText();
  const language = useLanguage();
  const { booked, servedAt, calledAt, state } = ticket;
  return (
    <div class="visit-now">
      <p class="visit-number">{threeDigits(ticket.number)}</p>
      <p><strong>{booked === undefined ? t('walkIn') : t('bookedFor', booked)}</strong>{ticket.field !== undefined && <><br />{ticket.field[language]}</>}
        <br /><span class="small">{state === 'serving' && servedAt !== undefined ? t('serving', { time: timeText(servedAt) }) : calledAt === undefined ? '' : t('called', { time: timeText(calledAt) })}</span></p>
      {state === 'serving' && (
        <p class="button-row">
          {booked?.dossierId !== undefined && <Button kind="secondary" onClick={() => { onOpen(booked.dossierId ?? ''); }}>{t('openDossier')}</Button>}
          <Button kind="secondary" href={`${addresses.desk}?co-quan=${agency}&viec=nop-tai-quay`}>{t('file')}</Button>
        </p>
      )}
      <p class="button-row">{ticket.allowed.map((act, index) => <Button key={act} kind={index === 0 ? 'primary' : 'quiet'} disabled={busy} onClick={() => { onAct(act); }}>{t(act)}</Button>)}</p>
    </div>
  );
};

/** The counter a clerk sits at: whom she serves, and the next number at one press. */
export const MyCounter = ({ agency, day, onOpen, onDone }: Props) => {
  const t = useVisitsText();
  const counters = day.plan?.counters ?? [];
  const [chosen, setChosen] = useState(() => localStorage.getItem(kept(agency)) ?? '');
  const counter = counters.find(({ id }) => id === chosen) ?? (counters.length === 1 ? counters[0] : undefined);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ProblemBody>();
  const key = useRef({ of: '', key: '' });
  const current = day.tickets.find((ticket) => counter !== undefined && ticket.counter === counter.id && (ticket.state === 'called' || ticket.state === 'serving'));
  /** the same decision on the same state keeps its key */
  const keyOf = (of: string): string => { if (key.current.of !== of) key.current = { of, key: newRequestKey() }; return key.current.key; };
  const run = async (of: string, send: (key: string) => Promise<{ ok: true } | { ok: false; problem: ProblemBody }>): Promise<void> => {
    setBusy(true);
    setProblem(undefined);
    const answer = await send(keyOf(of));
    if (answer.ok || answer.problem.status !== 0) key.current = { of: '', key: '' };
    setBusy(false);
    if (!answer.ok) setProblem(answer.problem);
    onDone();
  };
  return (
    <section class="counter-part" aria-labelledby="quay-cua-toi">
      <h2 id="quay-cua-toi">{t('counter')}</h2>
      {counters.length > 1 && <SelectField id="chon-quay" label={t('chooseCounter')} placeholder="–" value={counter?.id ?? ''} onValue={(id) => { setChosen(id); localStorage.setItem(kept(agency), id); }} options={counters.map(({ id, name }) => ({ value: id, label: name }))} />}
      {problem !== undefined && <DeskProblem problem={problem} />}
      {counter !== undefined && (current === undefined
        ? <><p>{t('noneNow')}</p><Button data-primary disabled={busy} onClick={() => { void run(`next ${counter.id}`, (requestKey) => call('callNext', { params: { agencyCode: agency, counterId: counter.id }, key: requestKey })); }}>{t('next')}</Button></>
        : <Current ticket={current} agency={agency} busy={busy} onOpen={onOpen} onAct={(act) => { void run(`${current.number} ${current.state} ${act}`, (requestKey) => call('actOnTicket', { params: { agencyCode: agency, number: current.number }, body: { act }, key: requestKey })); }} />)}
    </section>
  );
};
