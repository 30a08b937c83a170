import { useEffect, useRef, useState } from 'preact/hooks';
import type { BookingView } from '../../../shared/contracts/booking.ts';
import type { ProblemBody } from '../../../shared/contracts/problems.ts';
import { call, newRequestKey } from '../../client/client.ts';
import type { Answer } from '../../client/contract-types.ts';
import { useSession } from '../../client/session.ts';
import { Button } from '../../components/button.tsx';
import { ErrorSummary, type FormError } from '../../components/error-summary.tsx';
import { SelectField, TextField } from '../../components/field.tsx';
import { useLanguage } from '../../components/language.ts';
import { Notice } from '../../components/notice.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { bookingText } from '../../messages/booking.ts';
import { trackingCodeIn } from '../tracking-code.ts';
import { SlotPicker, type Chosen } from './slot-picker.tsx';
import { useSlots } from './use-slots.ts';

type Agencies = Answer<'listBookableAgencies'>['items'];
const asked = new URLSearchParams(location.search);
const empty = { agency: '', field: '', name: '', phone: '', tracking: asked.get('ho-so') ?? '' };
/** Where the province points when something is wrong, and the control it means. */
const controls: Readonly<Record<string, string>> = { '/body/name': 'ho-ten', '/body/phone': 'dien-thoai', '/body/trackingCode': 'ma-tra-cuu', '/body/time': 'ngay', '/body/day': 'ngay' };

/** Asks for agency, day, half hour and who comes; the same content keeps its key, so that a lost answer books nothing twice. */
export const BookForm = ({ onBooked }: { readonly onBooked: (booking: BookingView) => void }) => {
  const language = useLanguage();
  const t = bookingText(language);
  const session = useSession();
  const citizen = session.state === 'known' && session.session.kind === 'citizen' ? session.session : undefined;
  const [agencies, setAgencies] = useState<Agencies>();
  const [typed, setTyped] = useState(empty);
  const [chosen, setChosen] = useState<Chosen>({ day: '', time: '' });
  const [errors, setErrors] = useState<readonly FormError[]>([]);
  const [attempt, setAttempt] = useState(0);
  const [problem, setProblem] = useState<ProblemBody>();
  const [busy, setBusy] = useState(false);
  const sent = useRef({ of: '', key: '' });
  const procedure = asked.get('thu-tuc') ?? undefined;
  const { offer, problem: slotProblem, read } = useSlots(typed.agency, { procedure, field: typed.field });
  const load = async (): Promise<void> => {
    setProblem(undefined);
    const answer = await call('listBookableAgencies', {});
    if (!answer.ok) { setProblem(answer.problem); return; }
    const { items } = answer.body;
    setAgencies(items);
    const wanted = items.find(({ code }) => code === asked.get('co-quan')) ?? (items.length === 1 ? items[0] : undefined);
    if (wanted !== undefined) setTyped((before) => ({ ...before, agency: wanted.code }));
  };
  useEffect(() => { void load(); }, []);
  const set = (change: Partial<typeof empty>): void => { setTyped((before) => ({ ...before, ...change })); };
  const errorOf = (field: string): string | undefined => errors.find((error) => error.field === field)?.text;

  const faults = (): FormError[] => {
    const found: FormError[] = [];
    if (typed.agency === '') found.push({ field: 'co-quan', text: t('agencyMissing') });
    else if (chosen.time === '') found.push({ field: 'ngay', text: t('timeMissing') });
    if (citizen === undefined && typed.name.trim() === '') found.push({ field: 'ho-ten', label: t('name'), text: t('missing') });
    const digits = typed.phone.replace(/[\s.]/g, '');
    if (digits === '' ? citizen === undefined : !/^(0|\+84)\d{9}$/.test(digits)) found.push({ field: 'dien-thoai', label: t('phone'), text: t(digits === '' ? 'missing' : 'phoneWrong') });
    if (typed.tracking.trim() !== '' && trackingCodeIn(typed.tracking) === undefined) found.push({ field: 'ma-tra-cuu', label: t('tracking'), text: t('trackingWrong') });
    return found;
  };
  const fail = (found: readonly FormError[]): void => { setErrors(found); setAttempt((before) => before + 1); };
  const send = async (event: Event): Promise<void> => {
    event.preventDefault();
    const found = faults();
    setProblem(undefined);
    fail(found);
    if (found.length > 0 || busy) return;
    const tracking = trackingCodeIn(typed.tracking);
    const body = {
      ...chosen, ...(procedure === undefined ? typed.field === '' ? {} : { field: typed.field } : { procedure }), ...(tracking === undefined ? {} : { trackingCode: tracking }),
      ...(citizen === undefined ? { name: typed.name } : {}), ...(typed.phone.trim() === '' ? {} : { phone: typed.phone }),
    };
    const of = JSON.stringify([typed.agency, body]);
    if (sent.current.of !== of) sent.current = { of, key: newRequestKey() };
    setBusy(true);
    const answer = await call('bookSlot', { params: { agencyCode: typed.agency }, body, key: sent.current.key });
    setBusy(false);
    if (answer.ok) { onBooked(answer.body); return; }
    const { code, errors: wrong = [] } = answer.problem;
    if (code === 'slot-full' || code === 'slot-past' || code === 'slot-not-open') { setChosen({ ...chosen, time: '' }); void read(); setProblem(answer.problem); return; }
    const placed = wrong.flatMap((error) => { const field = controls[error.pointer]; return field === undefined ? [] : [{ field, text: error[language] }]; });
    if (placed.length > 0) fail(placed); else setProblem(answer.problem);
  };

  if (agencies === undefined) return problem === undefined ? <Skeleton lines={6} /> : <ProblemNotice problem={problem} onRetry={() => { void load(); }} />;
  if (agencies.length === 0) return <Notice title={t('noAgencies')}><p>{t('noAgenciesText')}</p></Notice>;
  return (
    <form class="form booking-form" noValidate onSubmit={(event) => { void send(event); }}>
      <ErrorSummary errors={errors} attempt={attempt} />
      {offer?.procedure !== undefined && <p class="form-procedure">{t('forProcedure', { name: offer.procedure.name[language] })}</p>}
      <SelectField id="co-quan" label={t('agency')} placeholder={t('agencyChoose')} value={typed.agency} error={errorOf('co-quan')} options={agencies.map(({ code, name }) => ({ value: code, label: name }))}
        onValue={(agency) => { set({ agency, field: '' }); setChosen({ day: '', time: '' }); }} />
      {procedure === undefined && offer !== undefined && offer.fields.length > 0 && (
        <SelectField id="linh-vuc" label={t('field')} placeholder={t('fieldAny')} value={typed.field} onValue={(field) => { set({ field }); setChosen({ ...chosen, time: '' }); }} options={offer.fields.map((one) => ({ value: one.vi, label: one[language] }))} />
      )}
      {slotProblem !== undefined && <ProblemNotice problem={slotProblem} onRetry={() => { void read(); }} />}
      {typed.agency !== '' && offer === undefined && slotProblem === undefined && <Skeleton lines={4} />}
      {problem !== undefined && (problem.code === 'slot-full' ? <Notice kind="warn" title={t('fullNow')} live><p>{t('fullNowText')}</p></Notice> : <ProblemNotice problem={problem} />)}
      {offer !== undefined && (offer.days.length === 0
        ? <Notice title={t('noDays')}><p>{t('noDaysText')}</p></Notice>
        : <SlotPicker days={offer.days} chosen={chosen} onChoose={setChosen} error={errorOf('ngay')} />)}
      {offer !== undefined && offer.days.length > 0 && (
        <>
          <h2 class="panel-title">{t('who')}</h2>
          {citizen === undefined
            ? <TextField id="ho-ten" label={t('name')} hint={t('nameHint')} value={typed.name} onValue={(name) => { set({ name }); }} error={errorOf('ho-ten')} attributes={{ autocomplete: 'name', maxLength: 120 }} />
            : <p>{t('signedIn', { name: citizen.name })}</p>}
          <TextField id="dien-thoai" label={t('phone')} hint={t('phoneHint')} optional={citizen !== undefined} value={typed.phone} onValue={(phone) => { set({ phone }); }} error={errorOf('dien-thoai')} attributes={{ type: 'tel', inputMode: 'tel', autocomplete: 'tel', maxLength: 20 }} />
          <TextField id="ma-tra-cuu" label={t('tracking')} hint={t('trackingHint')} optional value={typed.tracking} onValue={(tracking) => { set({ tracking }); }} error={errorOf('ma-tra-cuu')} attributes={{ autocomplete: 'off', autocapitalize: 'characters', maxLength: 40 }} />
          <Button type="submit" disabled={busy}>{busy ? t('booking') : t('book')}</Button>
        </>
      )}
    </form>
  );
};
