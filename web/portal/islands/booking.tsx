import { useEffect, useRef, useState } from 'preact/hooks';
import type { BookingView } from '../../../shared/contracts/booking.ts';
import type { ProblemBody } from '../../../shared/contracts/problems.ts';
import { bookingRoutes } from '../../client/booking-routes.gen.ts';
import { alsoKnow, call } from '../../client/client.ts';
import { useSession } from '../../client/session.ts';
import { Button } from '../../components/button.tsx';
import { TextField } from '../../components/field.tsx';
import { LanguageContext, pageLanguage } from '../../components/language.ts';
import { Panel } from '../../components/panel.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { dayText, timeText } from '../../format/dates.ts';
import { bookingText } from '../../messages/booking.ts';
import { bookingCodeIn } from '../booking-code.ts';
import { BookForm } from './book-form.tsx';
import { drawOver, start } from './start.ts';

const language = pageLanguage();
const t = bookingText(language);

/** Who is signed in sees what she booked. */
const Mine = () => {
  const session = useSession();
  const [items, setItems] = useState<readonly BookingView[]>([]);
  const citizen = session.state === 'known' && session.session.kind === 'citizen';
  useEffect(() => { if (citizen) void call('listMyBookings', {}).then((answer) => { if (answer.ok) setItems(answer.body.items); }); }, [citizen]);
  if (items.length === 0) return null;
  return (
    <Panel tone="brand" id="lich-cua-ban" title={t('mine')}>
      <ul class="booking-list">{items.map(({ code, startsAt, agency }) => <li key={code}><a href={`?ma=${code}`}>{timeText(startsAt)}, {dayText(startsAt, language)}</a> <span class="small">{agency.name}</span></li>)}</ul>
    </Panel>
  );
};

const KnownCode = () => {
  const [typed, setTyped] = useState('');
  const [error, setError] = useState<string>();
  const open = (event: Event): void => {
    event.preventDefault();
    const code = bookingCodeIn(typed);
    if (code === undefined) { setError(t('codeWrong')); document.getElementById('ma-dat-lich')?.focus(); } else location.assign(`?ma=${code}`);
  };
  return (
    <Panel id="da-dat" title={t('known')}>
      <form noValidate onSubmit={open}>
        <TextField id="ma-dat-lich" label={t('codeLabel')} hint={t('codeHint')} value={typed} onValue={setTyped} error={error} attributes={{ autocomplete: 'off', autocapitalize: 'characters', spellcheck: false, maxLength: 40 }} />
        <Button kind="secondary" type="submit">{t('codeOpen')}</Button>
      </form>
    </Panel>
  );
};

const Booking = () => {
  const [code] = useState(() => bookingCodeIn(new URLSearchParams(location.search).get('ma') ?? ''));
  const [booking, setBooking] = useState<BookingView>();
  const [problem, setProblem] = useState<ProblemBody>();
  const fresh = useRef(false);
  const read = async (): Promise<void> => {
    if (code === undefined) return;
    setProblem(undefined);
    const answer = await call('getBooking', { params: { bookingCode: code } });
    if (answer.ok) setBooking(answer.body); else setProblem(answer.problem);
  };
  useEffect(() => { void read(); }, []);
  const [shown, setShown] = useState<typeof import('./booked.tsx')>();
  const known = booking !== undefined;
  // what shows a booking comes when there is one
  useEffect(() => {
    if (!known) return;
    document.getElementById('dan')?.remove();
    void import('./booked.tsx').then(setShown);
  }, [known]);
  useEffect(() => { if (fresh.current && shown !== undefined) { fresh.current = false; scrollTo(0, 0); document.getElementById('lich-tieu-de')?.focus(); } });
  const booked = (made: BookingView): void => {
    history.replaceState(null, '', `?ma=${made.code}`);
    setBooking(made);
    // what was done is read out, and is what stands on the screen
    fresh.current = true;
  };
  if (booking !== undefined) return shown === undefined ? <Skeleton lines={8} /> : <shown.Booked booking={booking} onChanged={booked} />;
  if (code !== undefined && problem === undefined) return <Skeleton lines={8} />;
  return (
    <>
      {problem !== undefined && <ProblemNotice problem={problem} {...(problem.code === 'booking-unknown' ? { title: code ?? '' } : { onRetry: () => { void read(); } })} />}
      <Mine />
      {problem === undefined && <BookForm onBooked={booked} />}
      <KnownCode />
    </>
  );
};

alsoKnow(bookingRoutes);
start({ asks: true });
drawOver('dat-lich', <LanguageContext.Provider value={language}><Booking /></LanguageContext.Provider>);
